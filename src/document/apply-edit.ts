import * as Y from 'yjs'
import type { AboutEdit, CardEdit, Edit, EditProblem, LaneEdit, PersonaEdit, StageEdit, StepEdit } from '../journey/edit.ts'
import { ok, type Result } from '../journey/result.ts'
import { unreachable } from '../journey/unreachable.ts'
import { planAboutEdit } from './about-edits.ts'
import { planCardEdit } from './card-edits.ts'
import type { Plan, Work } from './edit-plan.ts'
import { planLaneEdit } from './lane-edits.ts'
import { bringsEntries, makeEntries } from './new-entries.ts'
import { planPersonaEdit } from './persona-edits.ts'
import { planRestore } from './restore-edit.ts'
import { rootsOf, scopeOf } from './roots.ts'
import { planStageEdit } from './stage-edits.ts'
import { planStepEdit } from './step-edits.ts'

/**
 * Origin of the transaction that prepares the new entries of an edit, still removed. An undo manager must not track it:
 * undoing then removes what was added, as any person would, and never deletes an entry.
 */
export const groundwork = { groundwork: true } as const

const none: ReadonlySet<string> = new Set()

/** Makes one edit, as one transaction of that origin, or says why it cannot be and changes nothing. */
export function applyEdit(doc: Y.Doc, edit: Edit, origin?: unknown): Result<void, EditProblem> {
  const roots = rootsOf(doc)
  const plan = planEdit({ roots, made: none }, edit)
  if (!plan.ok) return plan
  if (bringsEntries(edit)) doc.transact(() => makeEntries(roots, [edit]), groundwork)
  doc.transact(plan.value, origin)
  return ok(undefined)
}

/** Makes several edits, each seeing those before it, as one transaction of that origin. If one cannot be, all are taken back. */
export function applyEdits(doc: Y.Doc, edits: readonly Edit[], origin?: unknown): Result<void, EditProblem> {
  const [only] = edits
  if (edits.length <= 1) return only ? applyEdit(doc, only, origin) : ok(undefined)
  const roots = rootsOf(doc)
  const brings = edits.filter(bringsEntries)
  const made = brings.length > 0 ? doc.transact(() => makeEntries(roots, brings), groundwork) : none
  const undo = new Y.UndoManager(scopeOf(doc), { trackedOrigins: new Set([origin ?? null]) })
  const done = doc.transact(() => inTurn({ roots, made }, edits), origin)
  if (!done.ok) undo.undo()
  undo.destroy()
  return done
}

function inTurn(work: Work, edits: readonly Edit[]): Result<void, EditProblem> {
  for (const edit of edits) {
    const plan = planEdit(work, edit)
    if (!plan.ok) return plan
    plan.value()
  }
  return ok(undefined)
}

function planEdit(work: Work, edit: Edit): Plan {
  const noun = nounOf[edit.kind]
  switch (noun) {
    case 'about':
      return planAboutEdit(work, edit as AboutEdit)
    case 'stage':
      return planStageEdit(work, edit as StageEdit)
    case 'step':
      return planStepEdit(work, edit as StepEdit)
    case 'lane':
      return planLaneEdit(work, edit as LaneEdit)
    case 'card':
      return planCardEdit(work, edit as CardEdit)
    case 'persona':
      return planPersonaEdit(work, edit as PersonaEdit)
    case 'restore':
      return planRestore(work, edit as Extract<Edit, { kind: 'restore' }>)
    default:
      return unreachable(noun)
  }
}

type Noun = 'about' | 'stage' | 'step' | 'lane' | 'card' | 'persona' | 'restore'

const nounOf: Readonly<Record<Edit['kind'], Noun>> = {
  'set-title': 'about',
  'set-summary': 'about',
  'set-map-kind': 'about',
  'add-stage': 'stage',
  'rename-stage': 'stage',
  'set-purpose': 'stage',
  'move-stage': 'stage',
  'split-stage': 'stage',
  'merge-stage': 'stage',
  'remove-stage': 'stage',
  'add-step': 'step',
  'rename-step': 'step',
  'move-step': 'step',
  'split-step': 'step',
  'merge-step': 'step',
  'set-touchpoints': 'step',
  'link-map': 'step',
  'remove-step': 'step',
  'add-lane': 'lane',
  'rename-lane': 'lane',
  'move-lane': 'lane',
  'remove-lane': 'lane',
  'add-card': 'card',
  'copy-card': 'card',
  'move-cards': 'card',
  'set-text': 'card',
  'set-body': 'card',
  'set-owner': 'card',
  'set-target': 'card',
  'flag-cards': 'card',
  'set-find-out': 'card',
  'set-card-personas': 'card',
  cite: 'card',
  'remove-cards': 'card',
  'place-persona': 'persona',
  'draw-emotion': 'persona',
  restore: 'restore',
}
