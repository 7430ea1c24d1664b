import { expect, test } from 'vitest'
import { idle, pressKey } from './shortcuts.ts'

test('g then a letter goes to a page', () => {
  const [waiting, nothing] = pressKey(idle, 'g', 1000)
  expect(nothing).toBeUndefined()
  expect(pressKey(waiting, 'e', 1500)).toEqual([idle, { kind: 'go', to: 'explore' }])
})

test('a letter long after g, or without it, does nothing', () => {
  const [waiting] = pressKey(idle, 'g', 1000)
  expect(pressKey(waiting, 'm', 2300)[1]).toBeUndefined()
  expect(pressKey(idle, 'm', 0)[1]).toBeUndefined()
})

test('g pressed at the clock’s zero still waits', () => {
  const [waiting] = pressKey(idle, 'g', 0)
  expect(pressKey(waiting, 'i', 10)[1]).toEqual({ kind: 'go', to: 'import' })
})

test('slash searches and a question mark helps', () => {
  expect(pressKey(idle, '/', 0)[1]).toEqual({ kind: 'search' })
  expect(pressKey(idle, '?', 0)[1]).toEqual({ kind: 'help' })
})
