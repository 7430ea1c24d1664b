import { open } from 'node:fs/promises'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { TextEncoding } from '../../sources/sniff-bytes.ts'
import { sniffText, type TextKind } from '../../sources/sniff-text.ts'
import { jsonArrayLines } from './decode-json-array.ts'
import { decodeFile, writeMade } from './decode-stream.ts'
import { ocelLines } from './decode-ocel.ts'
import { xesLines } from './decode-xes.ts'
import { jsonLineColumns, tableColumns } from './prepare-columns.ts'
import type { Preparation } from './prepare-limits.ts'
import { refuseFile } from './prepare-problem.ts'
import { lineAtOffset, scanRecords } from './prepare-rows.ts'
import { scanFile, type FileScan } from './prepare-scan.ts'

type Content = Omit<PreparedFile, 'bytes' | 'notes'>
type Table = Extract<TextKind, { readonly kind: 'table' }>

/** Prepares what `sniffBytes` called text: one pass for hash and checks, a second one only where the content must be rewritten. */
export async function prepareText(
  path: string,
  found: { readonly encoding: TextEncoding; readonly bom: number },
  job: Preparation,
): Promise<Content> {
  const head = await readHead(path)
  const sample = new TextDecoder(found.encoding).decode(head, { stream: true })
  const kind = sniffText(sample)
  if (kind.kind === 'refused') throw refuseFile(kind.code, job.name, { message: kind.reason })
  const header =
    kind.kind === 'table' && kind.headerRows === 1 && found.encoding === 'utf-8' ? firstLine(head.subarray(found.bom)) : new Uint8Array()
  const scan = await scanFile(path, { signal: job.signal, onBytes: job.progress, header })
  const encoding = encodingOf(found.encoding, scan, job)
  const source: Source = {
    path,
    encoding,
    exact: encoding === 'utf-8' && scan.notUtf8 === null,
    oldLineEnds: sample.includes('\r') && !sample.includes('\n'),
    scan,
  }
  switch (kind.kind) {
    case 'table':
      return prepareTable(kind, source, job)
    case 'jsonl':
      return { ...(await jsonLines(await plainText(source, 'jsonl', job), job)), sha256: scan.sha256 }
    case 'json-array': {
      job.notes.push('a JSON list, written as one row a line')
      return {
        ...(await jsonLines(await writeMade(jsonArrayLines(decodeFile(path, encoding, job.signal), job.name), 'jsonl', job), job)),
        sha256: scan.sha256,
      }
    }
    case 'ocel':
    case 'xes': {
      const read = (): AsyncGenerator<string> => decodeFile(path, encoding, job.signal)
      const log = kind.kind === 'xes' ? xesLines(read(), job.name) : ocelLines({ name: job.name, kind: kind.as, read })
      const made = await writeMade(log.lines(), 'jsonl', job)
      job.notes.push(...log.notes())
      return { name: job.name, path: made, sha256: scan.sha256, format: 'jsonl', delimiter: '', columns: log.columns(), headerRows: 0 }
    }
  }
}

interface Source {
  readonly path: string
  readonly encoding: TextEncoding
  /** The bytes are UTF-8 as they lie. */
  readonly exact: boolean
  /** Lines end in a carriage return alone. */
  readonly oldLineEnds: boolean
  readonly scan: FileScan
}

async function prepareTable({ delimiter, headerRows }: Table, source: Source, job: Preparation): Promise<Content> {
  const path = await plainText(source, 'csv', job)
  const scan = path === source.path ? source.scan : await scanFile(path, { signal: job.signal })
  if (scan.oddQuotes) await refuseOpenQuote(path, delimiter, job)
  const { columns, notes } = await tableColumns(path, delimiter, { headerRows, name: job.name })
  job.notes.push(...notes)
  if (scan.headerAgain >= 0) job.notes.push(`the header appears again at line ${await lineAtOffset(path, scan.headerAgain)}`)
  return { name: job.name, path, sha256: source.scan.sha256, format: delimiter === '\t' ? 'tsv' : 'csv', delimiter, columns, headerRows }
}

async function jsonLines(path: string, job: Preparation): Promise<Omit<Content, 'sha256'>> {
  await refuseCutLine(path, job)
  const { columns, notes, more } = await jsonLineColumns(path, job.name)
  job.notes.push(...notes)
  return { name: job.name, path, format: 'jsonl', delimiter: '', columns, headerRows: 0, ...(more ? { moreColumns: true } : {}) }
}

const tailBytes = 1 << 20

/** JSON lines that were cut off end in the middle of an object. Only the last line is looked at; the engine reads them all. */
async function refuseCutLine(path: string, job: Preparation): Promise<void> {
  await using file = await open(path)
  const { size } = await file.stat()
  const from = Math.max(0, size - tailBytes)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, from)
  const tail = buffer.subarray(0, bytesRead)
  const text = tail.toString('utf8').trimEnd()
  const start = text.lastIndexOf('\n') + 1
  const line = text.slice(start).trim()
  if ((start === 0 && from > 0) || !line.startsWith('{') || line.endsWith('}')) return
  const number = await lineAtOffset(path, from + Buffer.byteLength(text.slice(0, start)))
  throw refuseFile('truncated', job.name, { line: number, message: 'the last line is cut off. Fetch the file again, or remove that line' })
}

/** An odd number of quotes may be harmless (`5" pipe`); only a careful pass can tell. */
async function refuseOpenQuote(path: string, delimiter: string, job: Preparation): Promise<void> {
  const { openQuoteLine } = await scanRecords(path, { delimiter, signal: job.signal }, () => true)
  if (openQuoteLine === null) return
  throw refuseFile('bad-content', job.name, {
    line: openQuoteLine,
    message: 'a quote (") opens here and is never closed: close it, or double it if it is part of the text',
  })
}

function encodingOf(sniffed: TextEncoding, { notUtf8 }: FileScan, job: Preparation): TextEncoding {
  const encoding = sniffed === 'utf-8' && notUtf8 !== null && notUtf8.valid <= notUtf8.invalid ? 'windows-1252' : sniffed
  if (encoding === 'windows-1252') job.notes.push('is not UTF-8; read as Windows-1252 (Western European)')
  else if (encoding !== 'utf-8') job.notes.push(`decoded from ${encoding.toUpperCase()}`)
  else if (notUtf8 !== null) job.notes.push('holds bytes that are not UTF-8; each was replaced by \uFFFD')
  return encoding
}

/** The file itself when its bytes can be used as they are, else a converted copy. */
async function plainText(source: Source, suffix: string, job: Preparation): Promise<string> {
  if (source.exact && !source.oldLineEnds) return source.path
  if (source.oldLineEnds) job.notes.push('line ends converted from CR')
  const text = decodeFile(source.path, source.encoding, job.signal)
  return writeMade(source.oldLineEnds ? withLineFeeds(text) : text, suffix, job)
}

async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    const text = held + piece
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  if (held !== '') yield '\n'
}

function firstLine(head: Uint8Array): Uint8Array {
  const end = head.indexOf(10)
  if (end < 0 || end > 65_536) return new Uint8Array()
  return head.subarray(0, head[end - 1] === 13 ? end - 1 : end)
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, 0)
  return buffer.subarray(0, bytesRead)
}
