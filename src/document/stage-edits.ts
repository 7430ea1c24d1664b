import { ok } from '../journey/result.ts'
import type { StageEdit } from '../journey/edit.ts'
import { unreachable } from '../journey/unreachable.ts'
import { stepsOf } from './arrange.ts'
import { after, bringBack, longest, need, needNew, needText, type Plan, refuse, setOrders, type Work } from './edit-plan.ts'
import { appendCards } from './move-cards.ts'
import { orderBefore } from './order-keys.ts'
import { entryAt, livingAt, livingOf, put, type Roots } from './roots.ts'

type Of<Kind extends StageEdit['kind']> = Extract<StageEdit, { readonly kind: Kind }>

export function planStageEdit(work: Work, edit: StageEdit): Plan {
  const { roots } = work
  switch (edit.kind) {
    case 'add-stage':
      return planAdd(work, edit)
    case 'rename-stage':
      return after([need(work, 'stages', edit.stage), needText(edit.name, longest.name)], () => set(roots, edit.stage, { name: edit.name }))
    case 'set-purpose':
      return after([need(work, 'stages', edit.stage), needText(edit.purpose, longest.purpose)], () =>
        set(roots, edit.stage, { purpose: edit.purpose }),
      )
    case 'move-stage':
      return after([need(work, 'stages', edit.stage)], () => placeStage(roots, edit.stage, edit.before))
    case 'split-stage':
      return planSplit(work, edit)
    case 'merge-stage':
      return planMerge(work, edit)
    case 'remove-stage':
      return after([need(work, 'stages', edit.stage), needOther(roots)], () => set(roots, edit.stage, { gone: true }))
    default:
      return unreachable(edit)
  }
}

function planAdd(work: Work, { stage, step, name, before }: Of<'add-stage'>): Plan {
  const { roots } = work
  return after([needNew(work, 'stages', stage), needNew(work, 'steps', step), needText(name, longest.name)], () => {
    placeStage(roots, stage, before)
    bringBack(roots.steps, step)
    bringBack(roots.stages, stage)
  })
}

function planSplit(work: Work, { stage, at, newStage, name }: Of<'split-stage'>): Plan {
  const { roots } = work
  const source = need(work, 'stages', stage)
  if (!source.ok) return source
  const steps = stepsOf(roots, stage)
  const index = steps.findIndex(({ id }) => id === at)
  if (index < 0) return refuse('not_found', 'The step at which to split is not in this stage. Choose one of its steps.')
  if (index === 0) return refuse('last_step', 'A stage keeps at least one step. Split it at its second step or a later one.')
  return after([needNew(work, 'stages', newStage), needText(name, longest.name)], () => {
    const stages = livingOf(roots.stages)
    const next = stages[stages.findIndex(({ id }) => id === stage) + 1]
    placeStage(roots, newStage, next?.id ?? null)
    bringBack(roots.stages, newStage)
    for (const { entry } of steps.slice(index)) put(entry, 'stage', newStage)
  })
}

function planMerge(work: Work, { stage, into }: Of<'merge-stage'>): Plan {
  const { roots } = work
  if (stage === into) return refuse('bad_value', 'A stage cannot be merged into itself. Choose another stage.')
  return after([need(work, 'stages', stage), need(work, 'stages', into)], () => {
    appendCards(roots, { stage, step: null }, { stage: into, step: null })
    const moved = stepsOf(roots, stage)
    const orders = orderBefore(
      stepsOf(roots, into),
      moved.map(({ id }) => id),
      null,
    )
    for (const { entry } of moved) put(entry, 'stage', into)
    setOrders(roots.steps, orders)
    set(roots, stage, { gone: true })
  })
}

function needOther(roots: Roots) {
  return livingOf(roots.stages).length > 1 ? ok(undefined) : refuse('last_stage', 'A map keeps at least one stage. Add another one first.')
}

function placeStage(roots: Roots, stage: string, before: string | null): void {
  const others = livingOf(roots.stages).filter(({ id }) => id !== stage)
  if (before === stage) return
  setOrders(roots.stages, orderBefore(others, [stage], before !== null && livingAt(roots.stages, before) ? before : null))
}

function set(roots: Roots, stage: string, fields: Readonly<Record<string, unknown>>): void {
  const entry = entryAt(roots.stages, stage)
  if (entry) for (const [key, value] of Object.entries(fields)) put(entry, key, value)
}
