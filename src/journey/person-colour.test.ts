import { expect, test } from 'vitest'
import { initials } from './initials.ts'
import { personColour } from './person-colour.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

test('white text can be read on the colour of every person', () => {
  for (let person = 0; person < 40; person++) expect([person, contrastWithWhite(personColour(person)) >= 4.5]).toEqual([person, true])
})

test('the first dozen people have a colour each, and a person keeps theirs', () => {
  const first = Array.from({ length: 12 }, (_, index) => personColour(index + 1))
  expect(new Set(first).size).toBe(12)
  expect(personColour(13)).toBe(first[0])
})

test('initials are the first letters of the first and the last word', () => {
  expect(['Ada Lovelace', 'bo', '  Ana María  de la Cruz ', '(Émile)', '李 小龙', '', '…'].map(initials)).toEqual([
    'AL',
    'B',
    'AC',
    'É',
    '李小',
    '?',
    '?',
  ])
})
