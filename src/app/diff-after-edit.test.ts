import { expect, test } from 'vitest'
import { randomEdit } from '../../test/fixtures/random-edits.ts'
import { seeded } from '../../test/faults/seeded.ts'
import { mapForTests } from '../exports/map-for-tests.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import { diffMaps } from '../journey/diff-maps.ts'
import type { Edit } from '../journey/edit.ts'
import type { MapChange } from '../journey/map-change.ts'
import { applyEdit } from '../document/apply-edit.ts'
import { documentOf } from '../document/new-document.ts'
import { readMap } from '../document/read-map.ts'

const edited = (edit: Edit): ReadonlySet<string> => {
  const { kind: _kind, ...fields } = edit
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
  return new Set(texts(fields))
}
const named = (change: MapChange): readonly string[] => {
  switch (change.what) {
    case 'map':
      return [change.after]
    case 'stage':
      return [change.stage.id]
    case 'step':
      return [change.step.id, change.stage]
    case 'lane':
      return [change.lane.id]
    case 'card':
      return [change.card.id, change.card.stage, change.card.lane, change.card.step ?? '']
    case 'persona':
      return [change.persona.id]
    case 'curve':
      return [change.step]
    case 'flow':
      return change.kind === 'emotion' ? [change.stage, change.step ?? ''] : []
  }
}

test('every edit that changes the map is a difference that names what it touched, and any other is none', () => {
  const random = seeded(11)
  const doc = documentOf(mapForTests({ stages: 4, stepsPerStage: 2, cardsPerCell: 2 }))
  const seen = new Map<string, number>()
  for (let at = 0; at < 1200; at++) {
    const before = readMap(doc)
    const edit = randomEdit(before, random, `e${at}`)
    const done = applyEdit(doc, edit)
    const after = readMap(doc)
    const changes = diffMaps(before, after)
    expect([edit.kind, changes.length > 0]).toEqual([edit.kind, canonicalJson(before) !== canonicalJson(after)])
    if (!done.ok || changes.length === 0) continue
    seen.set(edit.kind, (seen.get(edit.kind) ?? 0) + 1)
    const touched = edited(edit)
    // Of two neighbours that changed places either one has moved.
    const says = (change: MapChange): boolean =>
      named(change).some((id) => touched.has(id)) || (edit.kind.startsWith('move') && change.kind === 'moved')
    expect([edit, changes.some(says)]).toEqual([edit, true])
    // Back again is as much a difference, of the same things.
    expect(diffMaps(after, before).length > 0).toBe(true)
  }
  expect(seen.size).toBeGreaterThan(20)
})
