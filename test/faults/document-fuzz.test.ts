import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdit } from '../../src/document/apply-edit.ts'
import { DocumentGuard } from '../../src/document/guard.ts'
import { writeMap } from '../../src/document/new-document.ts'
import { readMap } from '../../src/document/read-map.ts'
import { everyKindMap } from '../fixtures/every-kind-map.ts'
import { canonicalJson } from '../../src/journey/canonical-json.ts'
import { validateMap } from '../../src/journey/validate-map.ts'
import { randomEdit } from '../fixtures/random-edits.ts'
import { seeded } from './seeded.ts'

const rounds = 100
const updatesOfRound = 1_000
const random = seeded(42)
const below = (most: number): number => Math.floor(random() * most)

const start = (() => {
  const whole = everyKindMap({ stages: 2, stepsPerStage: 1, cardsPerCell: 1 })
  const lanes = whole.lanes.slice(0, 3)
  const cards = whole.cards.filter(({ lane }) => lanes.some(({ id }) => id === lane))
  const { basis: _, ...map } = whole
  const doc = new Y.Doc()
  doc.clientID = 9
  writeMap(doc, { ...map, lanes, cards })
  return Y.encodeStateAsUpdate(doc)
})()

/** Valid updates of somebody who edits; one of each edit or several. */
function editsOf(state: Uint8Array): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 10 + below(1_000_000)
  Y.applyUpdate(doc, state)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (let edit = 0; edit < 12; edit++) applyEdit(doc, randomEdit(readMap(doc), random, `f${below(1e9)}`))
  return updates
}

function mutated(update: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(update)
  for (let flips = 1 + below(3); flips > 0; flips--) bytes[below(bytes.length)] = below(256)
  return bytes
}

/** A document of another program, or of somebody who means harm: lists and XML in our roots, unknown keys, wrong values. */
function foreign(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 10 + below(1_000_000)
  const root = ['about', 'stages', 'steps', 'lanes', 'cards', 'personas', 'curves', 'facts', 'mine'][below(9)]!
  const value = [
    5,
    'x',
    null,
    true,
    { a: { b: [1] } },
    new Y.Map([['name', 'x']]),
    new Y.Array(),
    new Y.Text('x'),
    new Y.XmlElement('p'),
    Number.NaN,
  ][below(10)]
  const shape = below(5)
  if (shape === 0) doc.getArray(root).insert(0, [value])
  else if (shape === 1) doc.getText(root).insert(0, 'text', { bold: true })
  else if (shape === 2) doc.getXmlFragment(root).insert(0, [new Y.XmlElement('p')])
  else doc.getMap(root).set(['title', 'stage-0', '__proto__', 'lane-actions', 'gone', 'new'][below(6)]!, value)
  return Y.encodeStateAsUpdate(doc)
}

const makers: readonly ((valid: readonly Uint8Array[]) => Uint8Array)[] = [
  (valid) => valid[below(valid.length)]!,
  (valid) => mutated(valid[below(valid.length)]!),
  (valid) => mutated(valid[below(valid.length)]!),
  (valid) => valid[below(valid.length)]!.slice(0, below(200)),
  (valid) => Y.mergeUpdates([valid[below(valid.length)]!, valid[below(valid.length)]!]),
  () => Uint8Array.from({ length: below(60) }, () => below(256)),
  () => foreign(),
  () => mutated(foreign()),
]

test(`${(rounds * updatesOfRound).toLocaleString('en')} spoilt, foreign and repeated updates never crash the guard nor leave it with a map that is none`, () => {
  const started = performance.now()
  const seen = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const guard = new DocumentGuard(start)
    const accepted: Uint8Array[] = [start]
    let valid = editsOf(start)
    for (let index = 0; index < updatesOfRound; index++) {
      const update = makers[below(makers.length)]!(valid)
      const checked = guard.check(update, 'client')
      const outcome = checked.ok ? 'accepted' : checked.error.code
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      if (checked.ok) accepted.push(update)
      if (index % 250 === 249) valid = [...valid.slice(-20), ...editsOf(guard.state())]
    }
    const [fresh, guarded] = [new Y.Doc(), new Y.Doc()]
    for (const update of accepted) Y.applyUpdate(fresh, update)
    Y.applyUpdate(guarded, guard.state())
    const map = readMap(guarded)
    expect(validateMap(map)).toEqual([])
    expect(canonicalJson(readMap(fresh))).toBe(canonicalJson(map))
    expect(Y.encodeStateVector(fresh)).toEqual(Y.encodeStateVector(guarded))
  }
  const figures = [...seen].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count.toLocaleString('en')}`)
  console.log(`${rounds * updatesOfRound} updates in ${Math.round((performance.now() - started) / 1000)} s: ${figures.join(', ')}`)
  expect(seen.get('accepted')).toBeGreaterThan(1_000)
  expect(seen.size).toBeGreaterThan(6)
})
