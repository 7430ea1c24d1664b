import { sniffBytes, type TextEncoding } from './sniff-bytes.ts'

export interface DecodedText {
  readonly encoding: TextEncoding
  readonly bom: number
}

/** How a text's bytes are to be read, as the import decides it; undefined when they are no text. */
export function textEncoding(bytes: Uint8Array): DecodedText | undefined {
  const kind = sniffBytes(bytes)
  return kind.kind === 'text' ? { encoding: kind.encoding, bom: kind.bom } : undefined
}

/**
 * A text as a note keeps it: line ends are \n, other control characters and lone halves of a character are gone, blank
 * ends of lines too. Says the same to every reader, so that offsets into it stay true.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
