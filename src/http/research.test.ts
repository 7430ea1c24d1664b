import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localOwner } from '../app/actor.ts'
import { getNote } from '../app/notes.ts'
import type { Wend } from '../app/wend.ts'
import type { Highlight, NoteRecord } from '../contract/research.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

const noEvents = { close: async () => undefined } as unknown as Wend['events']
let app: TestServer
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents })
})
afterAll(() => app.close())

const add = async (text: string, more: object = {}) => (await app.ask('addNote', { body: { title: 'Ana', text, ...more } })) as NoteRecord
const mark = async (note: NoteRecord, words: string, tags: readonly string[] = []) => {
  const from = note.text.indexOf(words)
  const body = { from, to: from + words.length, text: words, tags }
  return (await app.ask('addHighlight', { params: { id: note.id }, body })) as Highlight
}
const upload = async (name: string, bytes: string | Uint8Array) => {
  const url = `/api/v1/research/notes/upload?name=${encodeURIComponent(name)}`
  const reply = await app.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes),
  })
  return reply.json<NoteRecord & { readonly code: string; readonly message: string }>()
}

interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
}
/** A zip as Word writes it; `lie` puts another size into its directory. */
function zip(entries: readonly ZipEntry[], lie?: number): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    const rest = Buffer.alloc(26)
    rest.writeUInt16LE(20, 0)
    rest.writeUInt16LE(8, 4)
    rest.writeUInt32LE(crc32(bytes), 10)
    rest.writeUInt32LE(packed.length, 14)
    rest.writeUInt32LE(lie ?? bytes.length, 18)
    rest.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), rest, Buffer.from(name), packed])
    const offset = Buffer.alloc(4)
    offset.writeUInt32LE(at)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), rest, Buffer.alloc(10), offset, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, listed, Buffer.from('PK\u0005\u0006'), end])
}
const word = (inside: string | Buffer, lie?: number): Buffer =>
  zip(
    [
      {
        name: '[Content_Types].xml',
        bytes: Buffer.from(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
      },
      {
        name: '_rels/.rels',
        bytes: Buffer.from(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
      },
      { name: 'word/document.xml', bytes: Buffer.from(inside) },
    ],
    lie,
  )
const paragraphs = (...texts: readonly string[]): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`

describe('research notes over HTTP', () => {
  test('are added by pasting, found, changed, removed and restored', async () => {
    const note = await add('I waited a week.\r\nNobody knew.  ', { participant: 'P7', tags: ['waiting'], date: '2026-05-04' })
    expect(note).toMatchObject({
      text: 'I waited a week.\nNobody knew.',
      kind: 'interview',
      format: 'text',
      revision: 1,
      tags: ['waiting'],
    })
    const found = async (query: Record<string, string>) => ((await app.ask('listNotes', { query })) as { readonly total: number }).total
    expect([await found({ q: 'p7' }), await found({ q: 'p%' }), await found({ tag: 'waiting' }), await found({ tag: 'none' })]).toEqual([
      1, 0, 1, 0,
    ])
    const changed = (await app.ask('changeNote', { params: { id: note.id }, body: { title: 'Ana, 34' } })) as NoteRecord
    expect([changed.title, changed.revision, changed.participant]).toEqual(['Ana, 34', 1, 'P7'])
    await app.ask('removeNote', { params: { id: note.id } })
    expect((await app.refusal('getNote', { params: { id: note.id } })).code).toBe('note_not_found')
    expect([await found({ q: 'p7' }), await found({ removed: 'true' })]).toEqual([0, 1])
    expect(((await app.ask('restoreNote', { params: { id: note.id } })) as NoteRecord).text).toBe(note.text)
  })

  test('are read from every kind of file, whatever its encoding', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Größe: gut', 'utf16le')])
    expect(await upload('Graz_1.txt', utf16)).toMatchObject({ title: 'Graz 1', text: 'Größe: gut', kind: 'document' })
    expect(await upload('old.txt', Buffer.from('Gr\u00f6\u00dfe', 'latin1'))).toMatchObject({ text: 'Größe' })
    expect(await upload('plan.md', '# Plan\n\n**soon**')).toMatchObject({ text: 'Plan\n\nsoon', format: 'markdown' })
    expect(await upload('call.vtt', 'WEBVTT\n\n00:12:03.000 --> 00:12:05.000\n<v Ana>It was slow.')).toMatchObject({
      text: '[00:12:03] Ana: It was slow.',
      format: 'transcript',
      kind: 'interview',
    })
    expect(await upload('talk.docx', word(paragraphs('I waited.', 'Then I &lt;called&gt;.')))).toMatchObject({
      text: 'I waited.\nThen I <called>.',
      format: 'docx',
    })
  })

  test('keep hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script> [x](javascript:alert(1))'
    expect((await add(hostile)).text).toBe(hostile)
  })

  test('refuse what cannot be read or is too large, with the reason', async () => {
    expect((await upload('broken.docx', word(paragraphs('x')).subarray(0, 400))).code).toBe('note_unreadable')
    expect((await upload('notes.zip', zip([{ name: 'a.txt', bytes: Buffer.from('a') }]))).code).toBe('note_unreadable')
    expect((await upload('scan.pdf', '%PDF-1.7 words')).message).toContain('PDF')
    expect((await upload('data.bin', Buffer.from([0, 1, 2, 3, 0, 0, 9, 9]))).code).toBe('note_unreadable')
    expect((await upload('empty.txt', '  \n ')).code).toBe('note_unreadable')
    expect((await upload('large.txt', Buffer.alloc(3_000_000, 'a '))).code).toBe('note_too_large')
    expect((await upload('huge.txt', Buffer.alloc(11_000_000, 'a '))).code).toBe('note_too_large')
    const pasted = await app.refusal('addNote', { body: { title: 'x', text: 'a '.repeat(5_000_000) } })
    expect([pasted.code, pasted.message]).toEqual(['note_too_large', expect.stringContaining('Split it')])
  })

  test('a document made to unpack to gigabytes is refused, also when it lies about its size', async () => {
    const bomb = Buffer.alloc(100_000_000, ' ')
    expect((await upload('bomb.docx', word(bomb))).code).toBe('note_unreadable')
    expect((await upload('liar.docx', word(bomb, 1000))).code).toBe('note_unreadable')
    const laughs = `<!DOCTYPE a [<!ENTITY a "lol">${'bcdefghij'.replace(/./g, (letter) => `<!ENTITY ${letter} "${`&${String.fromCharCode(letter.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`
    const reply = await upload('laughs.docx', word(laughs + paragraphs('&j;')))
    expect(reply.code ?? reply.text.length < 100).toBeTruthy()
  })
})

describe('highlights over HTTP', () => {
  test('stay on their words when the note is edited; one whose words are gone is kept and marked, and found again', async () => {
    const note = await add('[00:00:01] Ana: I waited a week.\n[00:12:03] Ana: Nobody knew.')
    const waited = await mark(note, 'waited a week', ['waiting'])
    const knew = await mark(note, 'Nobody knew')
    expect([waited.saidAt, knew.saidAt]).toEqual([1000, 723_000])
    const edited = note.text.replace('I waited a week', 'Well, it took a month')
    const change = (body: object) => app.ask('changeNote', { params: { id: note.id }, body }) as Promise<NoteRecord>
    const after = await change({ text: edited, revision: note.revision })
    expect(after.marks.map(({ text, lost }) => [text, lost])).toEqual([
      ['waited a week', true],
      ['Nobody knew', false],
    ])
    const kept = after.marks[1]
    expect(after.text.slice(kept?.from, kept?.to)).toBe('Nobody knew')
    const stale = await app.refusal('changeNote', { params: { id: note.id }, body: { text: 'other', revision: note.revision } })
    expect(stale.code).toBe('note_changed')
    const back = await change({ text: note.text, revision: after.revision })
    expect(back.marks.map(({ from, to, lost }) => [note.text.slice(from, to), lost])).toEqual([
      ['waited a week', false],
      ['Nobody knew', false],
    ])
    expect(back.marks[0]?.tags).toEqual(['waiting'])
  })

  test('are refused where the words do not stand', async () => {
    const note = await add('I waited.')
    const body = { from: 0, to: 5, text: 'other' }
    expect((await app.refusal('addHighlight', { params: { id: note.id }, body })).code).toBe('note_changed')
  })

  test('are searched over all notes by words and tag, removed and restored', async () => {
    const note = await add('The RETURN form is hidden. 100% sure.')
    const one = await mark(note, 'RETURN form', ['returns'])
    await mark(note, '100% sure')
    const search = async (query: Record<string, string>) =>
      ((await app.ask('searchHighlights', { query })) as { readonly rows: readonly Highlight[] }).rows.map((row) => row.text)
    expect(await search({ q: 'return' })).toEqual(['RETURN form'])
    expect(await search({ q: '0%' })).toEqual(['100% sure'])
    expect(await search({ tag: 'returns' })).toEqual(['RETURN form'])
    await app.ask('removeHighlight', { params: { id: note.id, highlight: one.id } })
    expect(await search({ tag: 'returns' })).toEqual([])
    await app.ask('restoreHighlight', { params: { id: note.id, highlight: one.id } })
    expect(await search({ tag: 'returns' })).toEqual(['RETURN form'])
  })

  test('tags are counted, renamed and merged', async () => {
    const note = await add('alpha beta', { tags: ['slow'] })
    await mark(note, 'alpha', ['slow', 'late'])
    await mark(note, 'beta', ['late'])
    const counts = (answer: unknown) =>
      (answer as { readonly rows: readonly { readonly tag: string; readonly notes: number; readonly highlights: number }[] }).rows
        .filter(({ tag }) => tag === 'slow' || tag === 'late')
        .map(({ tag, notes, highlights }) => [tag, notes, highlights])
    expect(counts(await app.ask('listTags'))).toEqual([
      ['late', 0, 2],
      ['slow', 1, 1],
    ])
    expect(counts(await app.ask('renameTag', { body: { from: 'late', to: 'slow' } }))).toEqual([['slow', 1, 2]])
    expect((await app.refusal('renameTag', { body: { from: 'late', to: 'x' } })).code).toBe('tag_not_found')
  })

  test('another workspace sees none of it', async () => {
    const note = await add('private words')
    const highlight = await mark(note, 'private')
    await expect(getNote({ ...localOwner, workspace: 2 }, app.wend, note.id)).rejects.toMatchObject({ code: 'note_not_found' })
    expect(await app.wend.state.research.highlights.get(2, highlight.id)).toBeUndefined()
    expect(await app.wend.state.research.highlights.search(2, { limit: 10, offset: 0 })).toEqual({ total: 0, rows: [] })
    const other = await add('mine')
    const params = { id: other.id, highlight: highlight.id }
    expect((await app.refusal('changeHighlight', { params, body: {} })).code).toBe('highlight_not_found')
  })
})
