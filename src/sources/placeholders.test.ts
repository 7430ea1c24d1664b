import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literalText, parseText, placeholder } from './placeholders.ts'

const parts = (text: string, aliases: readonly string[] = []) => {
  const parsed = parseText(text, aliases)
  return parsed.ok ? parsed.value : parsed.error
}

test('a text without braces is itself, and the empty text has no parts', () => {
  expect(parts('Order placed')).toEqual([{ kind: 'text', text: 'Order placed' }])
  expect(parts('')).toEqual([])
})

test('columns and words stay in order', () => {
  expect(parts('{a} and {b c}!')).toEqual([
    { kind: 'column', column: 'a' },
    { kind: 'text', text: ' and ' },
    { kind: 'column', column: 'b c' },
    { kind: 'text', text: '!' },
  ])
})

test('a dot names a file only when the file is known', () => {
  expect(parts('{customers.id}', ['customers'])).toEqual([{ kind: 'column', file: 'customers', column: 'id' }])
  expect(parts('{properties.page}', ['customers'])).toEqual([{ kind: 'column', column: 'properties.page' }])
  expect(parts('{.order}', ['customers'])).toEqual([{ kind: 'column', column: '.order' }])
})

test('two braces are one, and a closing brace alone is text', () => {
  expect(parts('{{x} {y}}')).toEqual([
    { kind: 'text', text: '{x} ' },
    { kind: 'column', column: 'y' },
    { kind: 'text', text: '}' },
  ])
})

test('an open or empty brace is refused with the remedy', () => {
  expect(parts('hello {name')).toContain('not closed')
  expect(parts('{}')).toContain('name a column')
})

test('any column name survives being written and read, with and without a file', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(name, name, fc.string(), (column, file, words) => {
      expect(parts(`${literalText(words)}${placeholder(column)}`)).toEqual([
        ...(words === '' ? [] : [{ kind: 'text', text: words }]),
        { kind: 'column', column },
      ])
      expect(parts(placeholder(column, file), [file])).toEqual([{ kind: 'column', file, column }])
    }),
  )
})

test('no text makes the parser throw', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', '\\', 'a', '.') }), (text) => void parseText(text, ['a'])))
})
