import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../test/faults/seeded.ts'
import { randomEdit } from '../../test/fixtures/random-edits.ts'
import { everyKindMap } from '../../test/fixtures/every-kind-map.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { CardId } from '../journey/map.ts'
import { applyEdit, applyEdits } from './apply-edit.ts'
import { DocumentGuard } from './guard.ts'
import { documentOf } from './new-document.ts'
import { readMap } from './read-map.ts'
import { scopeOf } from './roots.ts'

const map = everyKindMap()
const state = (() => {
  const doc = documentOf(map)
  doc.getMap('facts').set('evidence:e1', { kind: 'document', title: 'Interview' })
  return Y.encodeStateAsUpdate(doc)
})()
const opened = (bytes = state): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  return doc
}
const updateOf = (doc: Y.Doc, change: () => void): Uint8Array => {
  const before = Y.encodeStateVector(doc)
  doc.transact(change)
  return Y.encodeStateAsUpdate(doc, before)
}
const inner = (doc: Y.Doc, root: string, id: string) => doc.getMap(root).get(id) as Y.Map<unknown>
const insertIntoList = Reflect.get(Y.Array.prototype, 'insert') as (this: unknown, at: number, items: readonly unknown[]) => void
const hideList = (shared: Y.Map<unknown>): void => insertIntoList.call(shared, 0, ['x'])
const textCard = map.cards.find(({ body, standing }) => body.kind === 'text' && standing.kind === 'assumed')!.id
const computed = map.cards.find(({ body }) => body.kind === 'touchpoint')!.id
const stage = map.stages[0]!.id
const lane = map.lanes[0]!.id
const text = (doc: Y.Doc, id: string = textCard) => inner(doc, 'cards', id).get('text') as Y.Text
const card = (fields: Record<string, unknown>) =>
  new Y.Map<unknown>(Object.entries({ lane, stage, step: null, order: 'a0', text: new Y.Text('New'), ...fields }))

test('every edit, undo and redo of a person passes, and the guard then holds the same map', () => {
  const random = seeded(11)
  for (let round = 0; round < 25; round++) {
    const doc = opened()
    const guard = new DocumentGuard(state)
    const undo = new Y.UndoManager(scopeOf(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 })
    doc.on('update', (update: Uint8Array) => expect(guard.check(update, 'client')).toMatchObject({ ok: true }))
    for (let step = 0; step < 40; step++) {
      const edits = [randomEdit(readMap(doc), random, 'a'), randomEdit(readMap(doc), random, 'b')]
      if (random() < 0.3) applyEdits(doc, edits, 'me')
      else applyEdit(doc, edits[0]!, 'me')
      if (random() < 0.3) undo.undo()
      if (random() < 0.15) undo.redo()
    }
    expect(canonicalJson(readMap(opened(guard.state())))).toBe(canonicalJson(readMap(doc)))
  }
})

test('what an update touches is named; an update that comes again is accepted and touches nothing', () => {
  const [doc, guard] = [opened(), new DocumentGuard(state)]
  const update = updateOf(doc, () => applyEdit(doc, { kind: 'set-owner', card: textCard, owner: 'Ada' }))
  expect(guard.check(update, 'client')).toMatchObject({ ok: true, value: { about: false, cards: [textCard], stages: [] } })
  expect(guard.check(update, 'client')).toMatchObject({ ok: true, value: { about: false, cards: [], stages: [] } })
  expect(guard.check(state, 'client')).toMatchObject({ ok: true, value: { cards: [], facts: [] } })
})

describe('an update is refused', () => {
  const attacks: readonly (readonly [string, string, (doc: Y.Doc) => void])[] = [
    ['an unknown root', 'unknown_part', (doc) => doc.getMap('mine').set('a', 1)],
    ['a list in a root', 'not_in_shape', (doc) => hideList(doc.getMap('stages'))],
    ['a fact', 'server_only', (doc) => doc.getMap('facts').set('river', { journeys: 1, ribbons: [] })],
    ['deleting a fact', 'server_only', (doc) => doc.getMap('facts').delete('basis')],
    ['another format', 'server_only', (doc) => doc.getMap('about').set('format', 'x')],
    ['another summary text', 'server_only', (doc) => doc.getMap('about').set('summary', new Y.Text('x'))],
    ['another text of a card', 'server_only', (doc) => inner(doc, 'cards', textCard).set('text', new Y.Text('x'))],
    ['a text that became a string', 'server_only', (doc) => inner(doc, 'cards', textCard).set('text', 'x')],
    ['making a computed card own', 'server_only', (doc) => inner(doc, 'cards', computed).delete('fact')],
    ['another fact for a card', 'server_only', (doc) => inner(doc, 'cards', computed).set('fact', `card:${textCard}`)],
    ['a title of the wrong kind', 'bad_value', (doc) => doc.getMap('about').set('title', 5)],
    ['no title', 'not_in_shape', (doc) => doc.getMap('about').delete('title')],
    ['an unknown key', 'not_in_shape', (doc) => inner(doc, 'cards', textCard).set('html', 'x')],
    ['a key of every object', 'not_in_shape', (doc) => inner(doc, 'cards', textCard).set('constructor', 'x')],
    ['a prototype key at the root', 'not_in_shape', (doc) => doc.getMap('about').set('__proto__', 'x')],
    ['an id that is a prototype key', 'bad_value', (doc) => doc.getMap('cards').set('__proto__', card({}))],
    ['a shape in a field', 'bad_value', (doc) => inner(doc, 'stages', stage).set('name', new Y.Map())],
    ['a card as a string', 'not_in_shape', (doc) => doc.getMap('cards').set('c', 'text')],
    ['a card that misses a field', 'not_in_shape', (doc) => doc.getMap('cards').set('c', new Y.Map([['lane', lane]]))],
    ['a card in no lane', 'bad_value', (doc) => doc.getMap('cards').set('c', card({ lane: 'none' }))],
    ['a card in no step', 'bad_value', (doc) => doc.getMap('cards').set('c', card({ step: 'none' }))],
    ['a card of no fact', 'bad_value', (doc) => doc.getMap('cards').set('c', card({ fact: 'card:none' }))],
    ['a card of another fact', 'bad_value', (doc) => doc.getMap('cards').set('c', card({ fact: 'basis' }))],
    [
      'a counted touchpoint',
      'bad_value',
      (doc) => doc.getMap('cards').set('c', card({ body: map.cards.find(({ id }) => id === computed)!.body })),
    ],
    [
      'a nested body',
      'bad_value',
      (doc) => doc.getMap('cards').set('c', card({ body: { kind: 'image', image: 'a', alt: { a: { b: [] } } } })),
    ],
    ['evidence that is not there', 'bad_value', (doc) => inner(doc, 'cards', textCard).set('evidence:none', true)],
    ['an order that is none', 'bad_value', (doc) => inner(doc, 'cards', textCard).set('order', 'a00')],
    ['gone with another value', 'bad_value', (doc) => inner(doc, 'stages', stage).set('gone', false)],
    ['a number that is none', 'bad_value', (doc) => inner(doc, 'cards', textCard).set('target', Number.NaN)],
    ['deleting a card for good', 'deleted_for_good', (doc) => doc.getMap('cards').delete(textCard)],
    ['deleting a stage for good', 'deleted_for_good', (doc) => doc.getMap('stages').delete(stage)],
    ['another card of the same id', 'deleted_for_good', (doc) => doc.getMap('cards').set(textCard, card({}))],
    ['a card that comes and goes', 'deleted_for_good', (doc) => (doc.getMap('cards').set('c', card({})), doc.getMap('cards').delete('c'))],
    ['XML', 'not_in_shape', (doc) => doc.getMap('cards').set('c', new Y.XmlElement('script'))],
    ['an XML text', 'not_in_shape', (doc) => doc.getMap('cards').set('c', card({ text: new Y.XmlText('x') }))],
    ['an XML hook', 'not_in_shape', (doc) => doc.getMap('cards').set('c', new Y.XmlHook('x'))],
    ['a list', 'not_in_shape', (doc) => inner(doc, 'steps', map.stages[0]!.steps[0]!.id).set('touchpoints', new Y.Array())],
    ['a document', 'not_in_shape', (doc) => inner(doc, 'cards', textCard).set('owner', new Y.Doc())],
    ['bytes', 'not_in_shape', (doc) => inner(doc, 'cards', textCard).set('owner', new Uint8Array([1]))],
    ['an embed', 'not_in_shape', (doc) => text(doc).insertEmbed(0, { image: 'x' })],
    ['a shape in a text', 'not_in_shape', (doc) => text(doc).insertEmbed(0, new Y.Map())],
    ['unknown formatting', 'bad_value', (doc) => text(doc).format(0, 2, { color: 'red' })],
    ['a link that runs', 'bad_value', (doc) => text(doc).format(0, 2, { link: 'javascript:alert(1)' })],
    ['an attribute of a text', 'not_in_shape', (doc) => text(doc).setAttribute('a', 'b')],
    ['too long a text', 'too_large', (doc) => text(doc).insert(0, 'x'.repeat(20_001))],
    ['too large an update', 'too_large', (doc) => text(doc).insert(0, 'x'.repeat(300_000))],
    ['a feeling beyond the scale', 'bad_value', (doc) => doc.getMap('curves').set(`/${map.stages[0]!.steps[0]!.id}`, 2)],
    ['a feeling nowhere', 'not_in_shape', (doc) => doc.getMap('curves').set('/none', 0)],
  ]
  test.each(attacks)('for %s', (_name, code, attack) => {
    const [doc, guard] = [opened(), new DocumentGuard(state)]
    const checked = guard.check(
      updateOf(doc, () => attack(doc)),
      'client',
    )
    expect(checked).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/\w \w.*\./) as string } })
    expect(Buffer.from(guard.state()).equals(Buffer.from(Y.encodeStateAsUpdate(opened())))).toBe(true)
    const control = opened()
    expect(
      guard.check(
        updateOf(control, () => applyEdit(control, { kind: 'set-title', title: 'Fine' })),
        'client',
      ).ok,
    ).toBe(true)
  })

  test('for a list hidden in the map of a card', () => {
    const [doc, guard] = [opened(), new DocumentGuard(state)]
    const update = updateOf(doc, () => hideList(inner(doc, 'cards', textCard)))
    expect(guard.check(update, 'client')).toMatchObject({ ok: false, error: { code: 'not_in_shape' } })
  })

  test('for roots of another type', () => {
    const doc = new Y.Doc()
    doc.getText('stages').insert(0, 'confused')
    const guard = new DocumentGuard(state)
    expect(guard.check(Y.encodeStateAsUpdate(doc), 'client')).toMatchObject({ ok: false, error: { code: 'not_in_shape' } })
    expect(guard.check(Y.encodeStateAsUpdate(doc), 'server')).toMatchObject({ ok: false, error: { code: 'not_in_shape' } })
  })

  test('for an object whose prototype is forged', () => {
    const [doc, guard] = [opened(), new DocumentGuard(state)]
    const forged = JSON.parse('{"__proto__": {"kind": "image"}, "image": "a", "alt": ""}') as unknown
    const update = updateOf(doc, () => void doc.getMap('cards').set('c', card({ body: forged })))
    expect(guard.check(update, 'client')).toMatchObject({ ok: false, error: { code: 'bad_value' } })
  })

  test('while what it builds on is missing, and when it cannot be read', () => {
    const [doc, guard] = [opened(), new DocumentGuard(state)]
    updateOf(doc, () => text(doc).insert(0, 'first'))
    const second = updateOf(doc, () => text(doc).insert(2, 'second'))
    expect(guard.check(second, 'client')).toMatchObject({ ok: false, error: { code: 'incomplete' } })
    const gone = updateOf(doc, () => text(doc).delete(0, 3))
    expect(guard.check(gone, 'client')).toMatchObject({ ok: false, error: { code: 'incomplete' } })
    expect(guard.check(Uint8Array.from([9, 9, 9]), 'client')).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    expect(guard.check(new Uint8Array(), 'client')).toMatchObject({ ok: false, error: { code: 'unreadable' } })
  })

  test('when the map is full', () => {
    const [doc, guard] = [opened(), new DocumentGuard(state, { cards: map.cards.length + 1 })]
    const add = (id: string) => {
      const place = { lane, stage, step: null, before: null }
      return updateOf(doc, () => applyEdit(doc, { kind: 'add-card', card: id as CardId, place, body: { kind: 'text', text: 'x' } }))
    }
    expect(guard.check(add('one'), 'client').ok).toBe(true)
    expect(guard.check(add('two'), 'client')).toMatchObject({ ok: false, error: { code: 'too_many' } })
  })
})

test('the server may write facts', () => {
  const [doc, guard] = [opened(), new DocumentGuard(state)]
  const update = updateOf(doc, () => doc.getMap('facts').set('river', { journeys: 1, ribbons: [] }))
  expect(guard.check(update, 'server')).toMatchObject({ ok: true, value: { facts: ['river'] } })
})
