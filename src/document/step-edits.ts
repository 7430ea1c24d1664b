import type { EditProblem, StepEdit } from '../journey/edit.ts'
import { err, ok, type Result } from '../journey/result.ts'
import { unreachable } from '../journey/unreachable.ts'
import { homeOf, stepsOf } from './arrange.ts'
import { after, bringBack, longest, need, needNew, needText, type Plan, refuse, setOrders, type Work } from './edit-plan.ts'
import { appendCards } from './move-cards.ts'
import { orderBefore } from './order-keys.ts'
import { touchpointsIn } from './read-stage.ts'
import { type Entry, entryAt, livingAt, put, type Roots, textIn } from './roots.ts'

type Of<Kind extends StepEdit['kind']> = Extract<StepEdit, { readonly kind: Kind }>

export function planStepEdit(work: Work, edit: StepEdit): Plan {
  const { roots } = work
  switch (edit.kind) {
    case 'add-step':
      return after([needNew(work, 'steps', edit.step), need(work, 'stages', edit.stage), needText(edit.name, longest.name)], () => {
        placeStep(roots, edit)
        bringBack(roots.steps, edit.step)
      })
    case 'rename-step':
      return after([needStep(work, edit.step), needText(edit.name, longest.name)], () => set(roots, edit.step, { name: edit.name }))
    case 'move-step':
      return planMove(work, edit)
    case 'split-step':
      return planSplit(work, edit)
    case 'merge-step':
      return planMerge(work, edit)
    case 'set-touchpoints':
      return after([needStep(work, edit.step), ...edit.touchpoints.map((name) => needText(name, longest.name)), needFew(edit)], () =>
        setTouchpoints(roots, edit.step, edit.touchpoints),
      )
    case 'link-map':
      return after([needStep(work, edit.step), needText(edit.map ?? '', 200)], () => set(roots, edit.step, { map: edit.map ?? undefined }))
    case 'remove-step':
      return after([needStep(work, edit.step), needOther(roots, edit.step)], () => set(roots, edit.step, { gone: true }))
    default:
      return unreachable(edit)
  }
}

function planMove(work: Work, edit: Of<'move-step'>): Plan {
  const { roots } = work
  const step = needStep(work, edit.step)
  if (!step.ok) return step
  const stays = textIn(step.value, 'stage') === edit.stage
  return after([need(work, 'stages', edit.stage), stays ? ok(undefined) : needOther(roots, edit.step)], () => placeStep(roots, edit))
}

function planSplit(work: Work, edit: Of<'split-step'>): Plan {
  const { roots } = work
  const step = needStep(work, edit.step)
  if (!step.ok) return step
  const cards = edit.cards.map((id) => livingAt(roots.cards, id))
  const strays = cards.some((card) => !card || homeOf(roots, card).step !== edit.step)
  if (strays) return refuse('not_found', 'Some of these cards are not in the step any more. Choose again which cards the new step takes.')
  return after([needNew(work, 'steps', edit.newStep), needText(edit.name, longest.name)], () => {
    const stage = textIn(step.value, 'stage')
    const steps = stepsOf(roots, stage)
    const next = steps[steps.findIndex(({ id }) => id === edit.step) + 1]
    placeStep(roots, { step: edit.newStep, stage, before: next?.id ?? null })
    bringBack(roots.steps, edit.newStep)
    setTouchpoints(
      roots,
      edit.step,
      touchpointsIn(step.value).filter((name) => !edit.touchpoints.includes(name)),
    )
    for (const card of cards) if (card) put(card, 'step', edit.newStep)
  })
}

function planMerge(work: Work, edit: Of<'merge-step'>): Plan {
  const { roots } = work
  if (edit.step === edit.into) return refuse('bad_value', 'A step cannot be merged into itself. Choose another step.')
  const step = needStep(work, edit.step)
  const into = needStep(work, edit.into)
  if (!step.ok) return step
  if (!into.ok) return into
  const [from, to] = [textIn(step.value, 'stage'), textIn(into.value, 'stage')]
  return after([from === to ? ok(undefined) : needOther(roots, edit.step)], () => {
    appendCards(roots, { stage: from, step: edit.step }, { stage: to, step: edit.into })
    setTouchpoints(roots, edit.into, [...new Set([...touchpointsIn(into.value), ...touchpointsIn(step.value)])])
    set(roots, edit.step, { gone: true })
  })
}

/** A living step of a living stage. */
function needStep(work: Work, id: string): Result<Entry, EditProblem> {
  const step = need(work, 'steps', id)
  if (!step.ok) return step
  const stage = need(work, 'stages', textIn(step.value, 'stage'))
  return stage.ok ? step : stage
}

function needOther(roots: Roots, step: string): Result<void, EditProblem> {
  const entry = entryAt(roots.steps, step)
  const others = entry ? stepsOf(roots, textIn(entry, 'stage')).filter(({ id }) => id !== step) : []
  if (others.length > 0) return ok(undefined)
  return err({ code: 'last_step', message: 'A stage keeps at least one step. Add another step first, or remove the stage.' })
}

function needFew({ touchpoints }: Of<'set-touchpoints'>): Result<void, EditProblem> {
  if (touchpoints.length <= longest.touchpoints) return ok(undefined)
  return err({ code: 'too_large', message: `A step holds up to ${longest.touchpoints} touchpoints. Split it into several steps.` })
}

function placeStep(
  roots: Roots,
  { step, stage, before }: { readonly step: string; readonly stage: string; readonly before: string | null },
) {
  const entry = entryAt(roots.steps, step)
  if (!entry || before === step) return
  const others = stepsOf(roots, stage).filter(({ id }) => id !== step)
  put(entry, 'stage', stage)
  setOrders(roots.steps, orderBefore(others, [step], before))
}

function setTouchpoints(roots: Roots, step: string, touchpoints: readonly string[]): void {
  const entry = entryAt(roots.steps, step)
  if (!entry) return
  const now = touchpointsIn(entry)
  const same = now.length === touchpoints.length && now.every((name, index) => name === touchpoints[index])
  if (!same) entry.set('touchpoints', [...touchpoints])
}

function set(roots: Roots, step: string, fields: Readonly<Record<string, unknown>>): void {
  const entry = entryAt(roots.steps, step)
  if (entry) for (const [key, value] of Object.entries(fields)) put(entry, key, value)
}
