import { expect, test } from 'vitest'
import { emptyMap } from '../../test/fixtures/empty-map.ts'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredHighlight } from './highlight-store.ts'
import type { StoredNote } from './note-store.ts'

const note = (id: string, more: Partial<StoredNote> = {}): StoredNote => {
  const text = more.text ?? `What ${id} said`
  return {
    id,
    title: `Talk ${id}`,
    about: { participant: id },
    tags: [],
    characters: text.length,
    highlights: 0,
    revision: 1,
    addedAt: 1_700_000_000_000,
    addedBy: 'Ada',
    changedAt: 1_700_000_000_000,
    changedBy: 'Ada',
    removedAt: null,
    text,
    ...more,
  }
}
const highlight = (id: string, of: string, more: Partial<StoredHighlight> = {}): StoredHighlight => ({
  id,
  note: of,
  from: 0,
  to: 4,
  text: 'What',
  tags: [],
  colour: 'yellow',
  lost: false,
  saidAt: null,
  at: 1_700_000_000_000,
  by: 'Ada',
  removedAt: null,
  ...more,
})
const page = { limit: 100, offset: 0 }
const living = { ...page, removed: false }

describeStates('research', (state) => {
  const add = (one: StoredNote) => state.store.research.notes.add(1, one, `${one.title} ${one.id}`.toLowerCase())
  const ids = async (more: object = {}) => (await state.store.research.notes.list(1, { ...living, ...more })).rows.map((row) => row.id)

  test('notes are listed last changed first, found by words in any capitals and by tag', async () => {
    await add(note('a', { title: 'ÉCLAIR 100%', tags: ['price', 'Alpha'], changedAt: 3 }))
    await add(note('b', { title: 'under_score', tags: ['price'], changedAt: 2 }))
    await add(note('c', { title: 'back\\slash', changedAt: 1 }))
    await add(note('d', { removedAt: 9 }))
    await state.reopen()
    expect(await ids()).toEqual(['a', 'b', 'c'])
    expect(await ids({ limit: 1, offset: 1 })).toEqual(['b'])
    expect(await ids({ removed: true })).toEqual(['d'])
    for (const [words, found] of [
      ['éclair', ['a']],
      ['%', ['a']],
      ['_', ['b']],
      ['\\', ['c']],
      ["'", []],
      ['x'.repeat(200), []],
    ] as const)
      expect([words, await ids({ words })]).toEqual([words, found])
    expect(await ids({ tag: 'price' })).toEqual(['a', 'b'])
    expect(await ids({ tag: 'PRICE' })).toEqual([])
    expect((await state.store.research.notes.list(1, { ...living, tag: 'price', limit: 1 })).total).toBe(2)
    expect(await state.store.research.notes.get(1, 'a')).toEqual(
      note('a', { title: 'ÉCLAIR 100%', tags: ['Alpha', 'price'], changedAt: 3 }),
    )
  })

  test('a changed note moves its highlights in the same step; one that fails changes nothing', async () => {
    await add(note('a'))
    await state.store.research.highlights.put(1, highlight('h', 'a', { tags: ['slow'] }))
    const moved = await state.store.research.notes.change(1, 'a', (now, highlights) => ({
      note: { ...now, text: 'So: What', characters: 8, revision: now.revision + 1, tags: ['new'] },
      search: 'talk',
      moved: highlights.map((one) => ({ ...one, from: 4, to: 8, lost: true, saidAt: 5_000_000_000 })),
    }))
    expect(moved).toMatchObject({ revision: 2, text: 'So: What' })
    expect(await state.store.research.highlights.get(1, 'h')).toEqual(
      highlight('h', 'a', { from: 4, to: 8, lost: true, saidAt: 5_000_000_000, tags: ['slow'] }),
    )
    const refuse = () => {
      throw new Error('changed meanwhile')
    }
    await expect(state.store.research.notes.change(1, 'a', refuse)).rejects.toThrow('changed meanwhile')
    expect(await state.store.research.notes.get(1, 'a')).toMatchObject({ text: 'So: What', tags: ['new'], highlights: 1 })
    const revise = () =>
      state.store.research.notes.change(1, 'a', (now) => ({ note: { ...now, revision: now.revision + 1 }, search: '', moved: [] }))
    await Promise.all(Array.from({ length: 10 }, revise))
    expect((await state.store.research.notes.get(1, 'a'))?.revision).toBe(12)
  })

  test('highlights are replaced, searched newest first, and shown in the order of the text', async () => {
    const { highlights } = state.store.research
    await add(note('a', { title: 'Ana' }))
    await add(note('gone', { removedAt: 9 }))
    await highlights.put(1, highlight('late', 'a', { from: 9, to: 12, text: 'TOO Slow', at: 2, tags: ['slow', 'price'] }))
    await highlights.put(1, highlight('early', 'a', { from: 1, to: 2, at: 1 }))
    await highlights.put(1, highlight('old', 'a', { removedAt: 9 }))
    await highlights.put(1, highlight('hidden', 'gone'))
    await highlights.put(1, highlight('early', 'a', { from: 1, to: 2, at: 99, colour: 'blue', tags: ['slow'] }))
    const search = async (more: object = {}) =>
      (await highlights.search(1, { ...page, ...more })).rows.map((one) => [one.id, one.noteTitle, one.tags.join()])
    const [late, early] = [
      ['late', 'Ana', 'price,slow'],
      ['early', 'Ana', 'slow'],
    ]
    expect(await search()).toEqual([late, early])
    expect(await search({ words: 'too slow' })).toEqual([late])
    expect(await search({ words: 'ana' })).toEqual([late, early])
    expect(await search({ tag: 'slow', limit: 1, offset: 1 })).toEqual([early])
    expect(await search({ tag: 'price' })).toEqual([late])
    expect((await highlights.ofNote(1, 'a')).map((one) => [one.id, one.at, one.colour])).toEqual([
      ['early', 1, 'blue'],
      ['late', 2, 'yellow'],
    ])
    expect((await highlights.get(1, 'old'))?.removedAt).toBe(9)
    expect((await state.store.research.notes.get(1, 'a'))?.highlights).toBe(2)
  })

  test('tags are counted where they live, renamed and merged', async () => {
    const { tags, highlights } = state.store.research
    await add(note('a', { tags: ['slow', 'price'] }))
    await add(note('gone', { tags: ['slow'], removedAt: 9 }))
    await highlights.put(1, highlight('h', 'a', { tags: ['slow', 'delay'] }))
    await highlights.put(1, highlight('old', 'a', { tags: ['slow'], removedAt: 9 }))
    expect(await tags.list(1, 10)).toEqual([
      { tag: 'delay', notes: 0, highlights: 1 },
      { tag: 'price', notes: 1, highlights: 0 },
      { tag: 'slow', notes: 1, highlights: 1 },
    ])
    expect((await tags.list(1, 1)).map((one) => one.tag)).toEqual(['delay'])
    expect(await tags.rename(1, 'slow', 'delay')).toBe(true)
    expect(await tags.list(1, 10)).toEqual([
      { tag: 'delay', notes: 1, highlights: 1 },
      { tag: 'price', notes: 1, highlights: 0 },
    ])
    expect(await tags.rename(1, 'none', 'price')).toBe(false)
    expect(await tags.rename(1, 'price', 'price')).toBe(true)
    expect((await highlights.get(1, 'old'))?.tags).toEqual(['delay'])
  })

  test('a note knows the maps that may cite it', async () => {
    const { research, maps } = state.store
    await add(note('note-1'))
    const citing = { ...emptyMap('Citing'), summary: '"note":"note-1"' }
    const naming = { ...emptyMap('Naming'), evidence: { kind: 'highlight', note: 'note-1' } }
    await maps.add(1, { id: 'quoting', map: citing, at: 1, by: 'Ada' })
    await maps.add(1, { id: 'naming', map: naming, at: 2, by: 'Ada' })
    await maps.add(1, { id: 'used', map: emptyMap('Used'), at: 3, by: 'Ada' })
    await maps.add(1, { id: 'deleted', map: naming, at: 4, by: 'Ada' })
    await maps.remove(1, { id: 'deleted', at: 5, by: 'Ada' })
    await research.addUse(1, 'note-1', 'used')
    await research.addUse(1, 'note-1', 'used')
    expect(await research.mapsNaming(1, 'note-1')).toEqual(['used', 'naming'])
    expect(await research.mapsNaming(2, 'note-1')).toEqual([])
  })

  test('every text is kept, and another workspace sees nothing of it', async () => {
    const { notes, highlights, tags } = state.store.research
    const tagged = hostileTexts.filter((text) => text !== '')
    const text = `${hostileTexts.join('\n')}${'long '.repeat(400_000)}`
    await add(note('a', { text, about: { participant: text.slice(0, 200), zero: '\u0000' }, tags: tagged, title: hostileTexts[3] ?? '' }))
    await highlights.put(1, highlight('h', 'a', { text: hostileTexts.join(' '), tags: tagged }))
    const kept = await notes.get(1, 'a')
    expect(kept?.text === text && kept.characters === text.length).toBe(true)
    expect(kept?.about).toEqual({ participant: text.slice(0, 200), zero: '\u0000' })
    expect(kept?.tags.toSorted()).toEqual(tagged.toSorted())
    expect((await highlights.get(1, 'h'))?.text).toBe(hostileTexts.join(' '))
    for (const tag of tagged) expect((await highlights.search(1, { ...page, tag })).total).toBe(1)
    // Offsets into the text count UTF-16 units: what a database does to U+0000 must not move them.
    await add(note('zero', { text: 'a\u0000b' }))
    expect((await notes.get(1, 'zero'))?.text).toMatch(/^a[\u0000\ufffd]b$/)
    expect(await notes.list(2, living)).toEqual({ total: 0, rows: [] })
    expect(await notes.get(2, 'a')).toBeUndefined()
    expect(await notes.change(2, 'a', (now) => ({ note: now, search: '', moved: [] }))).toBeUndefined()
    expect(await highlights.get(2, 'h')).toBeUndefined()
    expect(await highlights.ofNote(2, 'a')).toEqual([])
    expect(await highlights.search(2, page)).toEqual({ total: 0, rows: [] })
    expect(await tags.list(2, 10)).toEqual([])
    expect(await tags.rename(2, tagged[0] ?? '', 'mine')).toBe(false)
  })
})
