import * as Y from 'yjs'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { Evidence } from '../journey/evidence.ts'
import type { Card, JourneyMap, Stage } from '../journey/map.ts'
import type { Standing } from '../journey/standing.ts'
import { curveKey } from './curve-key.ts'
import { factKey, stageFactOf } from './facts.ts'
import { keysFor } from './order-keys.ts'
import { isPlainBody, withoutTarget } from './own-body.ts'
import { writeRichText } from './rich-text.ts'
import { documentFormat, type Entry, type Roots, rootsOf } from './roots.ts'
import { standingOf } from './standing-of.ts'

/** A new document that holds the map. */
export function documentOf(map: JourneyMap): Y.Doc {
  const doc = new Y.Doc()
  writeMap(doc, map)
  return doc
}

/** Fills an empty document with a map, so that reading gives the map again. For the server: what was computed becomes facts. */
export function writeMap(doc: Y.Doc, map: JourneyMap): void {
  const roots = rootsOf(doc)
  doc.transact(() => {
    writeAbout(roots, map)
    writeFlow(roots, map)
    writeList(map.stages, (stage, order) => writeStage(roots, stage, order))
    writeList(map.lanes, ({ id, kind, name, hint }, order) => void entryIn(roots.lanes, id, { kind, name, hint, order }))
    writeList(map.cards, (card, order) => writeCard(roots, card, order))
  })
}

/** A new entry with these fields; undefined ones are left out. */
export function entryIn(root: Y.Map<unknown>, id: string, fields: Readonly<Record<string, unknown>>): Entry {
  const entry: Entry = new Y.Map(Object.entries(fields).filter(([, value]) => value !== undefined))
  root.set(id, entry)
  return entry
}

function writeList<Item>(items: readonly Item[], write: (item: Item, order: string) => void): void {
  const keys = keysFor(items.length)
  for (const [index, item] of items.entries()) write(item, keys[index] ?? '')
}

function writeAbout({ about, personas, curves, facts }: Roots, map: JourneyMap): void {
  about.set('format', documentFormat)
  about.set('title', map.title)
  about.set('kind', map.kind)
  about.set('summary', new Y.Text(map.summary))
  writeList(map.personas, (persona, order) => {
    entryIn(personas, persona.id, { order })
    facts.set(factKey('persona', persona.id), persona)
  })
  for (const { persona, points } of map.drawnCurves ?? []) for (const { step, value } of points) curves.set(curveKey(persona, step), value)
}

function writeFlow({ facts }: Roots, { river, emotion, basis }: JourneyMap): void {
  if (river) facts.set('river', river)
  if (emotion) facts.set('emotion', emotion)
  if (basis) facts.set('basis', basis)
}

export function writeStage(roots: Roots, stage: Stage, order: string): void {
  const { id, name, purpose, rule, numbers } = stage
  entryIn(roots.stages, id, { name, purpose, rule, order })
  if (numbers) roots.facts.set(factKey('stage', id), stageFactOf(stage, numbers))
  writeList(stage.steps, (step, place) => writeStep(roots, { ...step, stage: id }, place))
}

export function writeStep(roots: Roots, step: Stage['steps'][number] & { readonly stage: string }, order: string): void {
  const { id, stage, name, touchpoints, map } = step
  entryIn(roots.steps, id, { stage, name, order, touchpoints: [...touchpoints], map })
}

/** A card that rests on nothing but what people wrote or cited stays theirs to change; any other becomes a fact. */
export function writeCard(roots: Roots, card: Card, order: string): void {
  const { lane, stage, step, owner, pinned, hidden, assumed, findOut } = card
  const target = card.body.kind === 'kpi' ? card.body.target : undefined
  const fields = { lane, stage, step: step ?? null, order, owner, target, pinned, hidden, assumed, findOut }
  const standing = restingOn(card)
  const own = isOwn(card, standing)
  const entry = entryIn(roots.cards, card.id, { ...fields, ...(own ? ownBodyOf(card) : { fact: factKey('card', card.id) }) })
  const shared = new Y.Text()
  entry.set('text', shared)
  for (const persona of card.personas ?? []) entry.set(factKey('persona', persona), true)
  const body = withoutTarget(card.body)
  if (own) citeAll(roots, entry, card)
  else roots.facts.set(factKey('card', card.id), { body, evidence: card.evidence, standing })
  if (own && !same(standing, standingOf(body, card.evidence))) roots.facts.set(factKey('standing', card.id), standing)
  if (own && body.kind === 'text') writeRichText(shared, { text: body.text, marks: body.marks ?? [] })
  else writeRichText(shared, { text: card.note ?? '', marks: card.noteMarks ?? [] })
}

/** What the card rests on when nobody says that it is assumed. */
function restingOn({ assumed, standing, evidence, body }: Card): Standing {
  return assumed && standing.kind === 'assumed' ? standingOf(body, evidence) : standing
}

function isOwn({ body, evidence, note }: Card, standing: Standing): boolean {
  const measured = body.kind === 'kpi' && evidence.some(({ kind }) => kind === 'answer')
  if (measured || (body.kind === 'text' && note !== undefined)) return false
  if (body.kind !== 'text' && !isPlainBody(withoutTarget(body))) return false
  const weak = evidence.length === 0 && (standing.kind === 'assumed' || standing.kind === 'no data')
  return weak || same(standing, standingOf(body, evidence))
}

const ownBodyOf = ({ body }: Card): Readonly<Record<string, unknown>> => (body.kind === 'text' ? {} : { body: withoutTarget(body) })

function citeAll(roots: Roots, entry: Entry, { id, evidence }: { readonly id: string; readonly evidence: readonly Evidence[] }): void {
  for (const [index, one] of evidence.entries()) {
    const name = `${id}/${String(index).padStart(4, '0')}`
    roots.facts.set(factKey('evidence', name), one)
    entry.set(factKey('evidence', name), true)
  }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
