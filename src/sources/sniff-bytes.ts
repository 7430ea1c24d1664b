export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What the first bytes of a file are. A `refused` one says in `reason` what it is and what to do. */
export type ByteKind =
  | { readonly kind: 'text'; readonly encoding: TextEncoding; readonly bom: number }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'parquet' }
  | { readonly kind: 'refused'; readonly code: 'empty' | 'archive' | 'spreadsheet' | 'binary'; readonly reason: string }

/** Decides by content, never by the file's name. `sample` is the beginning of the file (a few hundred KB are enough). Never throws. */
export function sniffBytes(sample: Uint8Array): ByteKind {
  if (sample.length === 0) return refuse('empty', 'is empty: there is nothing to read')
  const signature = signatures.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte))
  if (signature) return signature.kind(sample)
  const bom = boms.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte))
  if (bom) {
    if (sample.length === bom.bytes.length) return refuse('empty', 'is empty: there is nothing to read')
    return { kind: 'text', encoding: bom.encoding, bom: bom.bytes.length }
  }
  const wide = wideEncoding(sample)
  if (wide) return { kind: 'text', encoding: wide, bom: 0 }
  if (looksBinary(sample)) return refuse('binary', 'is binary, not a table or a log: export it as CSV, JSON lines, Parquet or XES')
  const { valid, invalid } = countUtf8(sample)
  return { kind: 'text', encoding: invalid === 0 || valid > invalid ? 'utf-8' : 'windows-1252', bom: 0 }
}

/** How many multi-byte characters are right and how many bytes are wrong, leaving out a character cut off at the end. */
export function countUtf8(bytes: Uint8Array): { readonly valid: number; readonly invalid: number } {
  let valid = 0
  let invalid = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    if (length === 'cut') break
    if (length === 0) invalid++
    else if (length > 1) valid++
    at += Math.max(length, 1)
  }
  return { valid, invalid }
}

/** Bytes of the character at `at`; 0 when they are none. */
function sequenceLength(bytes: Uint8Array, at: number): number | 'cut' {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]
    if (next === undefined) return 'cut'
    if ((next & 0xc0) !== 0x80) return 0
    if (
      i === 1 &&
      ((first === 0xe0 && next < 0xa0) ||
        (first === 0xed && next > 0x9f) ||
        (first === 0xf0 && next < 0x90) ||
        (first === 0xf4 && next > 0x8f))
    )
      return 0
  }
  return length
}

const refuse = (code: 'empty' | 'archive' | 'spreadsheet' | 'binary', reason: string): ByteKind => ({ kind: 'refused', code, reason })
const ascii = (text: string): readonly number[] => Array.from(text, (c) => c.charCodeAt(0))
const archive = (what: string) => (): ByteKind => refuse('archive', `is a ${what} archive: unpack it and import the files inside`)

const signatures: readonly { readonly bytes: readonly number[]; readonly kind: (sample: Uint8Array) => ByteKind }[] = [
  { bytes: [0x1f, 0x8b], kind: () => ({ kind: 'gzip' }) },
  { bytes: ascii('PAR1'), kind: () => ({ kind: 'parquet' }) },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: zipKind },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: archive('zip') },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], kind: archive('Zstandard') },
  { bytes: [0x42, 0x5a, 0x68], kind: archive('bzip2') },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], kind: archive('xz') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27], kind: archive('7-Zip') },
  { bytes: ascii('Rar!'), kind: archive('RAR') },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    kind: () => refuse('spreadsheet', 'is an old Excel workbook: save it as CSV (UTF-8) and import that'),
  },
  {
    bytes: ascii('SQLite format 3'),
    kind: () => refuse('binary', 'is an SQLite database: export its tables as CSV. An OCEL log is read in its JSON or XML form'),
  },
  { bytes: ascii('%PDF-'), kind: () => refuse('binary', 'is a PDF document: export the data behind it as CSV') },
]

function zipKind(sample: Uint8Array): ByteKind {
  const names = String.fromCharCode(...sample.subarray(0, 8192))
  if (/xl\/|\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(names))
    return refuse('spreadsheet', 'is a spreadsheet (or another Office file): save it as CSV (UTF-8) and import that')
  return refuse('archive', 'is a zip archive: unzip it and import the files inside')
}

const boms: readonly { readonly bytes: readonly number[]; readonly encoding: TextEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** UTF-16 without a mark: mostly Latin text has a zero in every second byte. */
function wideEncoding(sample: Uint8Array): TextEncoding | undefined {
  const pairs = Math.min(sample.length >> 1, 4096)
  if (pairs < 2) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < pairs * 2; i++) if (sample[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be'
  return undefined
}

/** Text has no zero bytes and hardly any control characters besides tab and line ends. */
function looksBinary(sample: Uint8Array): boolean {
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) || byte === 127) controls++
  }
  return controls > sample.length * 0.02
}
