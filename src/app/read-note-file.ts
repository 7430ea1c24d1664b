import { markdownToText } from '../sources/markdown-to-text.ts'
import { plainText, textEncoding } from '../sources/plain-text.ts'
import { cuesToText, isTranscript, readCues } from '../sources/read-cues.ts'
import { readDocx } from './read-docx.ts'
import { Refusal } from './refusal.ts'

/** Bytes of a note's text as UTF-8. */
export const largestNote = 2_000_000
/** Bytes of a file that a note is read from; a Word document carries more than its words. */
export const largestNoteFile = 10_000_000

export interface NoteFile {
  readonly text: string
  readonly format: 'text' | 'markdown' | 'docx' | 'transcript'
}

/** A file as the text of a note. Word documents and transcripts are told by content, Markdown by its name. Refuses with `note_unreadable` or `note_too_large`. */
export async function readNoteFile(name: string, bytes: Uint8Array): Promise<NoteFile> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const words = await readDocx(bytes)
    if (words === undefined)
      throw new Refusal(
        'note_unreadable',
        `"${name}" is not a Word document that can be read: it is damaged, protected or far larger inside than outside. Open it, copy its text and paste that.`,
      )
    return { text: checkNote(words.replace(/\n\n/g, '\n')), format: 'docx' }
  }
  if (/^%PDF-|^\{\\rtf/.test(String.fromCharCode(...bytes.subarray(0, 8))))
    throw new Refusal('note_unreadable', `"${name}" is a PDF or RTF document. Open it, copy its text and paste that, or save it as DOCX.`)
  const decoded = textEncoding(bytes)
  if (!decoded) throw new Refusal('note_unreadable', `"${name}" is not text. Add Markdown, TXT, DOCX, VTT or SRT, or paste the text.`)
  const text = new TextDecoder(decoded.encoding).decode(bytes).replace(/\r\n?/g, '\n')
  if (bytes.byteLength > largestNote) throw new Refusal('note_too_large')
  if (isTranscript(text)) return { text: checkNote(cuesToText(readCues(text))), format: 'transcript' }
  if (/\.(?:md|markdown)$/i.test(name)) return { text: checkNote(markdownToText(text)), format: 'markdown' }
  return { text: checkNote(text), format: 'text' }
}

/** The text as notes keep it. Refuses an empty one and one that is too large. */
export function checkNote(text: string): string {
  if (text.length > largestNote) throw new Refusal('note_too_large')
  const plain = plainText(text)
  if (Buffer.byteLength(plain) > largestNote) throw new Refusal('note_too_large')
  if (plain === '') throw new Refusal('note_unreadable', 'There are no words in it. Paste the text, or choose another file.')
  return plain
}

/** A pasted text. Refuses with `note_unreadable` or `note_too_large`. */
export function readPastedNote(text: string, format: 'text' | 'markdown'): NoteFile {
  if (text.length > largestNote) throw new Refusal('note_too_large')
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (isTranscript(lines)) return { text: checkNote(cuesToText(readCues(lines))), format: 'transcript' }
  return { text: checkNote(format === 'markdown' ? markdownToText(lines) : lines), format }
}
