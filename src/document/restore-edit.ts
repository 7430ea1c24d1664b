import type { RestoreEdit } from '../journey/edit.ts'
import { ok } from '../journey/result.ts'
import { homeOf } from './arrange.ts'
import { bringBack, type MapPart, type Plan, refuse, type Work } from './edit-plan.ts'
import { entryAt, textIn } from './roots.ts'

const partOf: Readonly<Record<RestoreEdit['what'], MapPart>> = { stage: 'stages', step: 'steps', lane: 'lanes', card: 'cards' }

/** Brings back what was removed, and what it lies in: a card's lane and stage, a step's stage. */
export function planRestore({ roots }: Work, { what, id }: RestoreEdit): Plan {
  const entry = entryAt(roots[partOf[what]], id)
  if (!entry) return refuse('not_found', `The document never had this ${what}.`)
  return ok(() => {
    if (what === 'card') {
      bringBack(roots.lanes, textIn(entry, 'lane'))
      bringBack(roots.stages, homeOf(roots, entry).stage)
    }
    if (what === 'step') bringBack(roots.stages, textIn(entry, 'stage'))
    bringBack(roots[partOf[what]], id)
  })
}
