import { expect, test } from 'vitest'
import { notesByFile } from './notes-by-file.ts'

// Notes about all files came with the first file, which they were not about.
test('a note stands with the file it begins with, and what names none stands apart', () => {
  const notes = notesByFile(
    ['orders.csv', 'names.csv'],
    ['orders.csv: wide rows', 'names.csv is not used: no key leads to it', 'Two files share a key'],
  )
  expect([...notes.about]).toEqual([
    ['orders.csv', ['wide rows']],
    ['names.csv', ['is not used: no key leads to it']],
  ])
  expect(notes.rest).toEqual(['Two files share a key'])
})
