import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const header = 'case,activity,at,words\n'
const row = (customer: string, activity: string, at: string, words = ''): string => `${customer},${activity},${at},${words}\n`
/** Two customers, four events, two transitions A → B. */
const good =
  header +
  row('NA', 'A', '2025-01-01 10:00:00') +
  row('NA', 'B', '2025-01-01 11:00:00') +
  row('c2', 'A', '2025-01-02 10:00:00') +
  row('c2', 'B', '2025-01-02 10:30:00')

const entities = `<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="&b;"/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event></trace></log>`

/** Files that look bad and are not: each holds the four good events. */
const harmless: Readonly<Record<string, string | Uint8Array>> = {
  'good.csv': good,
  'bom.csv': `\ufeff${good}`,
  'utf16.csv': Buffer.from(`\ufeff${good}`, 'utf16le'),
  'crlf.csv': good.replaceAll('\n', '\r\n'),
  'duplicate-headers.csv': good.replace('words', 'activity'),
  'megabyte-cell.csv': good.replace('11:00:00,', `11:00:00,${'x'.repeat(1_000_000)}`),
}

/** Files of which nothing can be used, and what must be said about each. */
const useless: Readonly<Record<string, { readonly content: string | Uint8Array; readonly says: RegExp }>> = {
  'empty.csv': { content: '', says: /empty\.csv: is empty/ },
  'truncated.csv.gz': { content: gzipSync(good.repeat(50)).subarray(0, 60), says: /truncated\.csv\.gz: ends too early/ },
  'open-quote.csv': { content: `${good}c9,"never closed,2025-01-01,\n`, says: /open-quote\.csv, line 6: a quote .* never closed/ },
  'binary.csv': { content: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), says: /binary\.csv: is binary/ },
  'missing-columns.csv': { content: 'a,b\n1,2\n', says: /--columns customer: missing-columns\.csv has no column "case"/ },
  'no-times.csv': { content: header + row('c1', 'A', 'yesterday'), says: /column "at" of no-times\.csv holds no times/ },
  'bomb.csv.gz': { content: gzipSync(Buffer.alloc(80_000_000, 'a')), says: /bomb\.csv\.gz: unpacks to more than 200 times its size/ },
  'entities.xes': { content: entities, says: /entities\.xes, line 1: has a document type/ },
}

/** Writes all of them, and `folder`, into a directory. */
export async function writeBadFiles(
  directory: string,
): Promise<{ readonly harmless: readonly string[]; readonly useless: readonly (readonly [string, RegExp])[] }> {
  await mkdir(join(directory, 'folder'))
  for (const [name, content] of Object.entries(harmless)) await writeFile(join(directory, name), content)
  for (const [name, { content }] of Object.entries(useless)) await writeFile(join(directory, name), content)
  await writeFile(join(directory, 'some-bad.csv'), good + row('c3', 'A', 'yesterday') + row('', 'A', '2025-01-03'))
  return {
    harmless: Object.keys(harmless),
    useless: [
      ...Object.entries(useless).map(([name, { says }]) => [name, says] as const),
      ['folder', /folder: is a folder/],
      ['vanished.csv', /vanished\.csv: is not there/],
    ],
  }
}
