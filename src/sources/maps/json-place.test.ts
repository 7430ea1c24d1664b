import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOfPath } from './json-place.ts'

test('a path is found on the line where its value stands', () => {
  const json = '{\n  "a": [1,\n    {"b]": "x\\"{", "c": [\n      true,\n      "d"\n    ]}\n  ],\n  "e": 5\n}'
  const lines = { a: 2, 'a[0]': 2, 'a[1]': 3, 'a[1].c': 3, 'a[1].c[1]': 5, e: 8, 'a[7]': 2, missing: 1, '': 1 }
  for (const [path, line] of Object.entries(lines)) expect([path, lineOfPath(json, path)]).toEqual([path, line])
})

test('in any pretty JSON the line of a top-level key is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.jsonValue(), { minKeys: 1, maxKeys: 5 }), (value) => {
      const json = JSON.stringify(value, null, 2)
      for (const key of Object.keys(value)) {
        const line = json.split('\n').findIndex((text) => text.startsWith(`  ${JSON.stringify(key)}:`)) + 1
        expect(lineOfPath(json, key)).toBe(line)
      }
    }),
  )
})
