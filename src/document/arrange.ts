import * as Y from 'yjs'
import { byOrder, entryAt, livingAt, livingOf, orderedEntry, type Entry, type Ordered, type Roots, textIn } from './roots.ts'

/** What stands where: living stages in their order, each with its living steps in theirs. */
export interface ArrangedStage {
  readonly id: string
  readonly entry: Entry
  /** Never empty: a stage without living steps shows one of a derived id, which has no entry. */
  readonly steps: readonly ArrangedStep[]
}
export interface ArrangedStep {
  readonly id: string
  readonly entry: Entry | undefined
}

export function arrangeStages(roots: Roots): readonly ArrangedStage[] {
  const steps = new Map<string, Ordered[]>()
  const taken = new Set<string>()
  const stages = livingOf(roots.stages)
  const living = new Set(stages.map(({ id }) => id))
  for (const step of livingOf(roots.steps)) {
    const stage = textIn(step.entry, 'stage')
    if (!living.has(stage)) continue
    taken.add(step.id)
    steps.set(stage, [...(steps.get(stage) ?? []), step])
  }
  return stages.map(({ id, entry }) => ({ id, entry, steps: steps.get(id) ?? [{ id: derivedStep(id, taken), entry: undefined }] }))
}

/** The id of the step that a stage shows when people removed all of its steps at the same time. */
function derivedStep(stage: string, taken: Set<string>): string {
  let id = `${stage}.step`
  while (taken.has(id)) id = `${id}.step`
  taken.add(id)
  return id
}

/** The living steps of a stage, in their order; of a removed stage too. */
export function stepsOf(roots: Roots, stage: string): readonly Ordered[] {
  const found: Ordered[] = []
  roots.steps.forEach((value, id) => {
    if (value instanceof Y.Map && value.get('stage') === stage && value.get('gone') !== true) found.push(orderedEntry(id, value as Entry))
  })
  return found.sort(byOrder)
}

export interface CardPlace {
  readonly lane: string
  readonly stage: string
  readonly step: string | null
}

/**
 * Where a card lies, by what is alive: with its step as long as the step lives, else for the whole stage.
 * Undefined when its lane or its stage is not on the map. Does not ask whether the card itself is removed.
 */
export function placeOf(roots: Roots, card: Entry): CardPlace | undefined {
  const lane = textIn(card, 'lane')
  if (!livingAt(roots.lanes, lane)) return undefined
  const home = homeOf(roots, card)
  return livingAt(roots.stages, home.stage) ? { lane, ...home } : undefined
}

/** Stage and step of a card, whether the stage is alive or not. */
export function homeOf(roots: Roots, card: Entry): Omit<CardPlace, 'lane'> {
  const wanted = card.get('step')
  if (typeof wanted !== 'string') return { stage: textIn(card, 'stage'), step: null }
  const step = entryAt(roots.steps, wanted)
  const stage = step ? textIn(step, 'stage') : ''
  if (!step || !entryAt(roots.stages, stage)) return { stage: textIn(card, 'stage'), step: null }
  return { stage, step: step.get('gone') === true ? null : wanted }
}

/** The living cards of a cell, in their order. */
export function cardsIn(roots: Roots, cell: CardPlace): readonly Ordered[] {
  const found: Ordered[] = []
  roots.cards.forEach((value, id) => {
    if (!(value instanceof Y.Map) || value.get('lane') !== cell.lane || value.get('gone') === true) return
    const home = homeOf(roots, value as Entry)
    if (home.stage === cell.stage && home.step === cell.step) found.push(orderedEntry(id, value as Entry))
  })
  return found.sort(byOrder)
}
