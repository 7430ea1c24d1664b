/**
 * What the map's document costs over plain Yjs at 2,000 and 10,000 cards, paired in one run, in microseconds an update (median)
 * and milliseconds a map. Run: `node bench/document.ts`.
 */
import * as Y from 'yjs'
import { applyEdit } from '../src/document/apply-edit.ts'
import { DocumentGuard } from '../src/document/guard.ts'
import { documentOf } from '../src/document/new-document.ts'
import { readCard } from '../src/document/read-card.ts'
import { readLayout } from '../src/document/read-layout.ts'
import { readMap } from '../src/document/read-map.ts'
import { mapForTests } from '../src/exports/map-for-tests.ts'
import type { Edit } from '../src/journey/edit.ts'
import type { CardId } from '../src/journey/map.ts'

const sizes = [
  { stages: 10, stepsPerStage: 4, cardsPerCell: 12 },
  { stages: 10, stepsPerStage: 4, cardsPerCell: 59 },
]
const edits = 600

function measure(size: (typeof sizes)[number]): void {
  const map = mapForTests(size)
  const state = Y.encodeStateAsUpdate(documentOf(map))
  const load = (): Y.Doc => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    return doc
  }
  const [editor, plain, guard] = [load(), load(), new DocumentGuard(state)]
  guard.state()
  const times = { edit: [] as number[], typing: [] as number[], plain: [] as number[], guard: [] as number[] }
  for (let index = 0; index < edits; index++) {
    const edit = editAt(index, map.cards[(index * 37) % map.cards.length]!, map)
    const before = Y.encodeStateVector(editor)
    const [, edited] = timed(() => applyEdit(editor, edit))
    ;(edit.kind === 'move-cards' ? times.edit : times.typing).push(edited)
    const update = Y.encodeStateAsUpdate(editor, before)
    times.plain.push(timed(() => Y.applyUpdate(plain, update))[1])
    const [checked, guarded] = timed(() => guard.check(update, 'client'))
    if (!checked.ok) throw new Error(checked.error.message)
    times.guard.push(guarded)
  }
  const [pure, checked] = [median(times.plain), median(times.guard)]
  console.log(`${map.cards.length.toLocaleString('en')} cards, state of ${Math.round(state.byteLength / 1000).toLocaleString('en')} kB`)
  console.log(
    `  update: plain applyUpdate ${pure.toFixed(0)} µs, guard ${checked.toFixed(0)} µs (${(checked / pure).toFixed(1)} times), p95 ${p95(times.guard).toFixed(0)} µs`,
  )
  console.log(
    `  edit: text or field ${median(times.typing).toFixed(0)} µs, moving a card ${median(times.edit).toFixed(0)} µs, one card read ${median(many(200, () => readCard(editor, map.cards[7]!.id))).toFixed(0)} µs`,
  )
  const [loads, reads, layouts] = [many(7, load), many(7, () => readMap(editor)), many(7, () => readLayout(editor))].map(
    (list) => median(list) / 1000,
  ) as [number, number, number]
  console.log(
    `  whole map: plain load ${loads.toFixed(1)} ms, readMap ${reads.toFixed(1)} ms (${(reads / loads).toFixed(2)} times), readLayout ${layouts.toFixed(1)} ms`,
  )
  const bad = new Y.Doc()
  bad.getMap('about').set('title', 5)
  const refusal = Y.encodeStateAsUpdate(bad)
  const rebuilds = many(5, () => (guard.check(refusal, 'client'), guard.state()))
  console.log(`  a refusal and the rebuilt copy: ${(median(rebuilds) / 1000).toFixed(0)} ms`)
}

function editAt(index: number, card: ReturnType<typeof mapForTests>['cards'][number], { lanes }: ReturnType<typeof mapForTests>): Edit {
  const id: CardId = card.id
  if (index % 3 === 0) return { kind: 'set-text', card: id, text: `Note ${index}`, marks: [] }
  if (index % 3 === 1) return { kind: 'set-owner', card: id, owner: `Person ${index}` }
  return {
    kind: 'move-cards',
    cards: [id],
    place: { lane: lanes[index % lanes.length]!.id, stage: card.stage, step: card.step ?? null, before: null },
  }
}

function timed<T>(run: () => T): readonly [T, number] {
  const from = performance.now()
  const value = run()
  return [value, (performance.now() - from) * 1000]
}

const many = (times: number, run: () => unknown): number[] => Array.from({ length: times }, () => timed(run)[1])
const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)
const median = (list: readonly number[]): number => sorted(list)[Math.floor(list.length / 2)] ?? 0
const p95 = (list: readonly number[]): number => sorted(list)[Math.ceil(list.length * 0.95) - 1] ?? 0

for (const size of sizes) measure(size)
