import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countUtf8, sniffBytes } from './sniff-bytes.ts'
import { sniffText } from './sniff-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const wide = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((c) => (little ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)])))

test.each([
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8), { kind: 'gzip' }],
  ['Parquet', utf8('PAR1....'), { kind: 'parquet' }],
  ['UTF-8', utf8('a,b\né,ü\n'), { kind: 'text', encoding: 'utf-8', bom: 0 }],
  ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 97), { kind: 'text', encoding: 'utf-8', bom: 3 }],
  ['UTF-16LE with a mark', Uint8Array.of(0xff, 0xfe, ...wide('a,b', true)), { kind: 'text', encoding: 'utf-16le', bom: 2 }],
  ['UTF-16BE with a mark', Uint8Array.of(0xfe, 0xff, ...wide('a,b', false)), { kind: 'text', encoding: 'utf-16be', bom: 2 }],
  ['UTF-16LE without a mark', wide('id,name\n1,x\n', true), { kind: 'text', encoding: 'utf-16le', bom: 0 }],
  ['UTF-16BE without a mark', wide('id,name\n1,x\n', false), { kind: 'text', encoding: 'utf-16be', bom: 0 }],
  ['Latin bytes', Uint8Array.of(...utf8('caf'), 0xe9, 44, 98), { kind: 'text', encoding: 'windows-1252', bom: 0 }],
  ['zip', utf8('PK\x03\x04 data.csv'), { kind: 'refused', code: 'archive' }],
  ['xlsx', utf8('PK\x03\x04 [Content_Types].xml'), { kind: 'refused', code: 'spreadsheet' }],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3), { kind: 'refused', code: 'binary' }],
  ['nothing', new Uint8Array(), { kind: 'refused', code: 'empty' }],
  ['only a mark', Uint8Array.of(0xef, 0xbb, 0xbf), { kind: 'refused', code: 'empty' }],
])('%s is told by its bytes', (_, bytes, kind) => {
  expect(sniffBytes(bytes)).toMatchObject(kind)
})

test.each([
  ['a,b\n1,2\n', { kind: 'table', delimiter: ',' }],
  ['a;b\n1,5;2,5\n3,5;4,5\n', { kind: 'table', delimiter: ';' }],
  ['a\tb\nx, y\tz\n', { kind: 'table', delimiter: '\t' }],
  ['a|b\n1|2\n', { kind: 'table', delimiter: '|' }],
  ['"a;b;c",d\n"1;2",3\n', { kind: 'table', delimiter: ',' }],
  ['one column\nx\n', { kind: 'table', delimiter: ',' }],
  ['sep=;\na;b\n', { kind: 'table', delimiter: ';', headerRows: 2 }],
  ['{"a":1}\n{"a":2}\n', { kind: 'jsonl' }],
  ['{"a":1}', { kind: 'jsonl' }],
  [' [\n {"a":1}]', { kind: 'json-array' }],
  ['{\n  "a": 1\n}', { kind: 'refused', code: 'unknown' }],
  ['<?xml version="1.0"?><!-- <html> --><log xes.version="1.0">', { kind: 'xes' }],
  ['<!DOCTYPE log [<!ENTITY a "<x>">]><log>', { kind: 'xes' }],
  ['<html><body>', { kind: 'refused', code: 'unknown' }],
  [' \n\n', { kind: 'refused', code: 'empty' }],
])('%j is told by its text', (text, kind) => {
  expect(sniffText(text)).toMatchObject(kind)
})

test('UTF-8 is judged as the platform judges it', () => {
  const fatal = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  }
  const bytes = fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xff), {
    maxLength: 8,
  })
  // A letter at the end, so that no character is merely cut off.
  fc.assert(
    fc.property(bytes, (list) => {
      const all = Uint8Array.from([...list, 0x41])
      expect(countUtf8(all).invalid === 0).toBe(fatal(all))
    }),
    { numRuns: 2000 },
  )
})

test('nothing makes sniffing throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void sniffBytes(bytes)))
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(fc.constantFrom(',', ';', '"', '\n', '\r', '<', '{', '[', '\t'), fc.string({ minLength: 1, maxLength: 1 })),
      }),
      (text) => void sniffText(text),
    ),
  )
})
