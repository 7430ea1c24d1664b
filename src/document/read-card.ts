import type * as Y from 'yjs'
import type { Card, CardBody, CardId, LaneId, StageId, StepId } from '../journey/map.ts'
import type { Standing } from '../journey/standing.ts'
import { type CardPlace, placeOf } from './arrange.ts'
import { type CardFact, cardFact, evidenceFact, personaFact, standingFact, touchpointFact } from './facts.ts'
import { isPlainBody } from './own-body.ts'
import { readRichText, type RichText } from './rich-text.ts'
import { type Entry, entryAt, isGone, livingAt, optionalTextIn, type Roots, rootsOf, sharedTextIn } from './roots.ts'
import { standingOf } from './standing-of.ts'

/** The card as the map shows it; undefined when it, its lane or its stage is not on the map. */
export function readCard(doc: Y.Doc, id: CardId): Card | undefined {
  const roots = rootsOf(doc)
  const entry = livingAt(roots.cards, id)
  const place = entry && placeOf(roots, entry)
  return entry && place ? cardAt(roots, { id, entry, place }) : undefined
}

/** What a computed card said before the last refresh; undefined when that did not change it. */
export function readFormer(doc: Y.Doc, id: CardId): CardFact['was'] {
  const roots = rootsOf(doc)
  const entry = entryAt(roots.cards, id)
  return entry && !isGone(entry) ? factOf(roots, entry)?.was : undefined
}

/** Whether people may write into the card's body; a computed card takes a note instead. */
export function isComputed(roots: Roots, card: Entry): boolean {
  return factOf(roots, card) !== undefined
}

function factOf(roots: Roots, card: Entry): CardFact | undefined {
  const key = optionalTextIn(card, 'fact')
  return key?.startsWith('card:') ? cardFact(roots, key) : undefined
}

interface PlacedCard {
  readonly id: string
  readonly entry: Entry
  readonly place: CardPlace
}

/** The order of the ids of the personas on the map; card's personas follow it. */
export type PersonaOrder = readonly string[]

export function cardAt(roots: Roots, { id, entry, place }: PlacedCard, order?: PersonaOrder): Card {
  const fact = factOf(roots, entry)
  const text = readRichText(sharedTextIn(entry, 'text'))
  const own = fact ? undefined : ownBody(entry)
  const body = shownBody(roots, entry, fact?.body ?? own ?? textBody(text))
  const { cited, personas } = markedKeys(entry)
  const known = order ?? personaOrder(roots)
  const speaksFor = known.filter((one) => personas.includes(one))
  const added = cited.sort().flatMap((one) => evidenceFact(roots, one) ?? [])
  const evidence = fact ? [...fact.evidence, ...added] : added
  const imported = !fact && evidence.length === 0 ? standingFact(roots, id) : undefined
  const assumed = entry.get('assumed') === true
  const standing: Standing = assumed ? { kind: 'assumed' } : (fact?.standing ?? imported ?? standingOf(body, evidence))
  return {
    id: id as CardId,
    lane: place.lane as LaneId,
    stage: place.stage as StageId,
    ...(place.step !== null && { step: place.step as StepId }),
    body,
    evidence,
    standing,
    ...(fact || own ? noteOf(text) : {}),
    ...peoplesFields(entry),
    ...(speaksFor.length > 0 && { personas: speaksFor }),
  }
}

/** Ids of the placed personas that the workspace knows, in their order on the map. */
export function personaOrder(roots: Roots): PersonaOrder {
  const found: { id: string; order: string }[] = []
  roots.personas.forEach((_, id) => {
    const entry = entryAt(roots.personas, id)
    if (entry && personaFact(roots, id)) found.push({ id, order: optionalTextIn(entry, 'order') ?? '' })
  })
  return found.sort((a, b) => (a.order === b.order ? byText(a.id, b.id) : byText(a.order, b.order))).map(({ id }) => id)
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function ownBody(entry: Entry): CardBody | undefined {
  const body = entry.get('body')
  return isPlainBody(body) ? body : undefined
}

function textBody({ text, marks }: RichText): CardBody {
  return { kind: 'text', text, ...(marks.length > 0 && { marks }) }
}

function noteOf({ text, marks }: RichText): Pick<Card, 'note' | 'noteMarks'> {
  return text === '' ? {} : { note: text, ...(marks.length > 0 && { noteMarks: marks }) }
}

/** The body with what people set beside it: a KPI's target, and name, channel and team from the touchpoint library. */
function shownBody(roots: Roots, entry: Entry, body: CardBody): CardBody {
  if (body.kind === 'kpi') {
    const target = entry.get('target')
    return typeof target === 'number' && Number.isFinite(target) ? { ...body, target } : body
  }
  const known = body.kind === 'touchpoint' && body.library !== undefined ? touchpointFact(roots, body.library) : undefined
  if (body.kind !== 'touchpoint' || !known) return body
  const { team: _, ...rest } = body
  return { ...rest, touchpoint: known.name, channel: known.channel, ...(known.team && { team: known.team }) }
}

function peoplesFields(entry: Entry): Pick<Card, 'owner' | 'pinned' | 'hidden' | 'assumed' | 'findOut'> {
  const owner = optionalTextIn(entry, 'owner')
  const findOut = entry.get('findOut')
  return {
    ...(owner !== undefined && { owner }),
    ...(entry.get('pinned') === true && { pinned: true }),
    ...(entry.get('hidden') === true && { hidden: true }),
    ...(entry.get('assumed') === true && { assumed: true }),
    ...((findOut === 'open' || findOut === 'done') && { findOut }),
  }
}

/** Evidence and personas are one key each, so that two people can add different ones at the same time. */
function markedKeys(entry: Entry): { cited: string[]; personas: string[] } {
  const cited: string[] = []
  const personas: string[] = []
  for (const key of entry.keys()) {
    if (key.startsWith('evidence:') && entry.get(key) === true) cited.push(key.slice('evidence:'.length))
    else if (key.startsWith('persona:') && entry.get(key) === true) personas.push(key.slice('persona:'.length))
  }
  return { cited, personas }
}
