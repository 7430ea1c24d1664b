import type * as Y from 'yjs'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { Card, CardId, JourneyMap, Stage, StageId } from '../journey/map.ts'
import { stepsOf } from './arrange.ts'
import { setOrders } from './edit-plan.ts'
import { basisFact, cardFact, type CardFact, factKey, stageFactOf } from './facts.ts'
import { placeCards } from './move-cards.ts'
import { entryIn, writeCard, writeStage, writeStep } from './new-document.ts'
import { firstKey, orderBefore } from './order-keys.ts'
import { withoutTarget } from './own-body.ts'
import { type Entry, entryAt, isGone, livingOf, put, type Roots, rootsOf, sharedTextIn } from './roots.ts'
import { setFacts } from './set-facts.ts'

/** What a refresh did, by card. */
export interface Refreshed {
  /** Say something else than before. */
  readonly changed: readonly CardId[]
  readonly added: readonly CardId[]
  /** No longer found, and nobody had pinned them or written on them. */
  readonly removed: readonly CardId[]
  /** No longer found, and kept because somebody pinned them or wrote on them. */
  readonly lost: readonly CardId[]
}

/** The rule of the standing of a card that the newest events no longer show. */
export const noLongerFound = 'no longer found in the events'

/**
 * Brings a newly computed map into the document, in one transaction. For the server. Computed cards say what is true now
 * and keep what they said before; cards, notes, order, names and removals of people stay as they are.
 */
export function refreshMap(doc: Y.Doc, computed: JourneyMap): Refreshed {
  const roots = rootsOf(doc)
  return doc.transact(() => {
    const at = basisFact(roots)?.to ?? null
    const found = new Map(computed.cards.map((card) => [factKey('card', card.id), card]))
    const gone = refreshKnown(roots, found, at)
    addColumns(roots, computed)
    addLanes(roots, computed)
    const added = addCards(roots, computed.cards)
    setFacts(doc, flowFacts(roots, computed))
    return { ...gone, added }
  })
}

function refreshKnown(roots: Roots, found: ReadonlyMap<string, Card>, at: number | null): Omit<Refreshed, 'added'> {
  const [changed, removed, lost]: [CardId[], CardId[], CardId[]] = [[], [], []]
  const users = cardsOfFacts(roots)
  for (const [key, cards] of users) {
    const fact = cardFact(roots, key)
    const card = found.get(key)
    if (!fact) continue
    const living = cards.filter(({ entry }) => !isGone(entry)).map(({ id }) => id)
    if (card) {
      if (fact.dropped) for (const { entry } of cards) put(entry, 'gone', undefined)
      if (renew(roots, { key, fact, card, at })) changed.push(...(fact.dropped ? cards.map(({ id }) => id) : living))
    } else if (fact.standing.rule !== noLongerFound && living.length > 0) {
      const here = cards.filter(({ entry }) => !isGone(entry))
      const kept = here.filter(({ entry }) => isKept(entry))
      const left = here.filter((one) => !kept.includes(one))
      roots.facts.set(key, { ...notFound(fact, at), ...(kept.length === 0 && { dropped: true }) })
      for (const { entry } of left) put(entry, 'gone', true)
      lost.push(...kept.map(({ id }) => id))
      removed.push(...left.map(({ id }) => id))
    }
  }
  return { changed, removed, lost }
}

interface FactUser {
  readonly id: CardId
  readonly entry: Entry
}

/** Cards by the fact that they show; copies show the same one. Cards that came without events, by hand or by file, are not among them. */
function cardsOfFacts(roots: Roots): ReadonlyMap<string, readonly FactUser[]> {
  const users = new Map<string, FactUser[]>()
  roots.cards.forEach((_, id) => {
    const entry = entryAt(roots.cards, id)
    const key = entry?.get('fact')
    if (entry && typeof key === 'string') users.set(key, [...(users.get(key) ?? []), { id: id as CardId, entry }])
  })
  return users
}

/** Pinned, or somebody wrote on it, made it theirs or cited something more. */
function isKept(entry: Entry): boolean {
  const touched = ['pinned', 'owner', 'findOut', 'target', 'assumed'].some((key) => entry.has(key))
  return touched || (sharedTextIn(entry, 'text')?.length ?? 0) > 0 || [...entry.keys()].some((key) => key.startsWith('evidence:'))
}

interface Renewal {
  readonly key: string
  readonly fact: CardFact
  readonly card: Card
  readonly at: number | null
}

/** Writes what the card says now; true when that differs from before. */
function renew(roots: Roots, { key, fact, card, at }: Renewal): boolean {
  const now = { body: withoutTarget(card.body), evidence: card.evidence, standing: card.standing }
  if (same(now, { body: fact.body, evidence: fact.evidence, standing: fact.standing })) return false
  const says = !same(now.body, fact.body)
  const was = says ? { body: fact.body, at } : fact.was
  roots.facts.set(key, { ...now, ...(was && { was }) })
  return says || fact.standing.rule === noLongerFound
}

function notFound(fact: CardFact, at: number | null): CardFact {
  return { ...fact, standing: { kind: 'no data', rule: noLongerFound }, was: { body: fact.body, at } }
}

/** Stages and steps that the document never had; those that people removed stay removed. */
function addColumns(roots: Roots, { stages }: JourneyMap): void {
  for (const [index, stage] of stages.entries()) {
    if (entryAt(roots.stages, stage.id)) addSteps(roots, stage)
    else addStage(roots, stage, stages.slice(index + 1))
  }
}

function addStage(roots: Roots, stage: Stage, later: readonly Stage[]): void {
  const living = livingOf(roots.stages)
  const next = later.find(({ id }) => living.some((one) => one.id === id))
  const orders = orderBefore(living, [stage.id], next?.id ?? null)
  const steps = stage.steps.filter(({ id }) => !entryAt(roots.steps, id))
  writeStage(roots, { ...stage, steps }, orders.get(stage.id) ?? firstKey)
  setOrders(roots.stages, orders)
}

function addSteps(roots: Roots, { id, steps }: { readonly id: StageId; readonly steps: Stage['steps'] }): void {
  for (const [index, step] of steps.entries()) {
    if (entryAt(roots.steps, step.id)) continue
    const living = stepsOf(roots, id)
    const next = steps.slice(index + 1).find((later) => living.some((one) => one.id === later.id))
    const orders = orderBefore(living, [step.id], next?.id ?? null)
    writeStep(roots, { ...step, stage: id }, orders.get(step.id) ?? firstKey)
    setOrders(roots.steps, orders)
  }
}

function addLanes(roots: Roots, { lanes }: JourneyMap): void {
  for (const { id, kind, name, hint } of lanes) {
    if (entryAt(roots.lanes, id)) continue
    const orders = orderBefore(livingOf(roots.lanes), [id], null)
    entryIn(roots.lanes, id, { kind, name, hint, order: orders.get(id) ?? firstKey })
    setOrders(roots.lanes, orders)
  }
}

/** Cards that the document never had. */
function addCards(roots: Roots, cards: readonly Card[]): readonly CardId[] {
  return cards.flatMap((card) => {
    if (entryAt(roots.cards, card.id)) return []
    writeCard(roots, card, firstKey)
    placeCards(roots, [card.id], { lane: card.lane, stage: card.stage, step: card.step ?? null, before: null })
    return [card.id]
  })
}

/** River, curve, basis and the numbers of stages, with null for stages that have none any more. */
function flowFacts(roots: Roots, { river, emotion, basis, stages }: JourneyMap): Readonly<Record<string, unknown>> {
  const numbered = stages.map((stage) => [factKey('stage', stage.id), stage.numbers ? stageFactOf(stage, stage.numbers) : null] as const)
  const lost = [...roots.facts.keys()].filter((key) => key.startsWith('stage:')).map((key) => [key, null] as const)
  return { ...Object.fromEntries([...lost, ...numbered]), river: river ?? null, emotion: emotion ?? null, basis: basis ?? null }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
