import type * as Y from 'yjs'
import type { CardId, Lane, Stage } from '../journey/map.ts'
import { arrangeStages, placeOf } from './arrange.ts'
import { readLanes } from './read-map.ts'
import { readStage } from './read-stage.ts'
import { livingOf, rootsOf } from './roots.ts'

/** Rows, columns and which cards lie in each cell: what a view draws before it reads any card. Hidden cards are in it too. */
export interface Layout {
  readonly stages: readonly Stage[]
  readonly lanes: readonly Lane[]
  /** By `cellKey`; a cell without cards is not there. */
  readonly cells: ReadonlyMap<string, readonly CardId[]>
}

/** `step: null` is the cell of the whole stage. */
export const cellKey = (lane: string, stage: string, step: string | null): string => `${lane}\n${stage}\n${step ?? ''}`

export function readLayout(doc: Y.Doc): Layout {
  const roots = rootsOf(doc)
  const cells = new Map<string, CardId[]>()
  for (const { id, entry } of livingOf(roots.cards)) {
    const place = placeOf(roots, entry)
    if (!place) continue
    const key = cellKey(place.lane, place.stage, place.step)
    const cell = cells.get(key)
    if (cell) cell.push(id as CardId)
    else cells.set(key, [id as CardId])
  }
  return { stages: arrangeStages(roots).map((stage) => readStage(roots, stage)), lanes: readLanes(roots), cells }
}
