import * as Y from 'yjs'
import type { Edit } from '../journey/edit.ts'
import { copiedFields } from './copy-card.ts'
import { isId, longest, madeKey, type MapPart } from './edit-plan.ts'
import { entryIn } from './new-document.ts'
import { firstKey } from './order-keys.ts'
import { isOwnBody, type PlainBody, withoutTarget } from './own-body.ts'
import { readRichText, type RichText, writeRichText } from './rich-text.ts'
import { entryAt, livingAt, type Roots, sharedTextIn, textIn } from './roots.ts'
import { touchpointsIn } from './read-stage.ts'

interface NewEntry {
  readonly part: MapPart
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  /** A card's text; absent: the entry holds none. */
  readonly text?: RichText
}

/**
 * Makes the entries that an edit brings, each still removed; the edit then only has to show them. So undoing the edit
 * removes them again and never deletes an entry, in which others may have written by then. Returns their keys.
 */
export function makeEntries(roots: Roots, edits: readonly Edit[]): ReadonlySet<string> {
  const made = new Set<string>()
  for (const edit of edits)
    for (const { part, id, fields, text } of entriesOf(roots, edit)) {
      if (roots[part].has(id) || !isFit(roots, { part, id, fields })) continue
      const entry = entryIn(roots[part], id, { ...fields, order: firstKey, gone: true })
      if (text) writeRichText(sharedText(entry), text)
      made.add(madeKey(part, id))
    }
  return made
}

/** Whether an edit brings entries of its own. */
export function bringsEntries({ kind }: Edit): boolean {
  return kind.startsWith('add-') || kind.startsWith('split-') || kind === 'copy-card'
}

/** Leaves out what the edit will be refused for, so that nothing of it stays behind. */
function isFit(roots: Roots, { part, id, fields }: NewEntry): boolean {
  const { name, hint, lane, stage } = fields
  const short = [name, hint].every((text) => typeof text !== 'string' || text.length <= longest.name)
  const knownLane = part !== 'cards' || (typeof lane === 'string' && roots.lanes.has(lane))
  const knownStage = (part !== 'cards' && part !== 'steps') || (typeof stage === 'string' && roots.stages.has(stage))
  return isId(id) && short && knownLane && knownStage
}

function fieldsOf(body: PlainBody): Readonly<Record<string, unknown>> {
  return { body: withoutTarget(body), target: body.kind === 'kpi' ? body.target : undefined }
}

function sharedText(entry: Y.Map<unknown>): Y.Text {
  const shared = new Y.Text()
  entry.set('text', shared)
  return shared
}

function entriesOf(roots: Roots, edit: Edit): readonly NewEntry[] {
  switch (edit.kind) {
    case 'add-stage':
      return [
        { part: 'stages', id: edit.stage, fields: { name: edit.name, purpose: '', rule: 'added by hand' } },
        { part: 'steps', id: edit.step, fields: { stage: edit.stage, name: edit.name, touchpoints: [] } },
      ]
    case 'split-stage': {
      const source = livingAt(roots.stages, edit.stage)
      return [{ part: 'stages', id: edit.newStage, fields: { name: edit.name, purpose: '', rule: source ? textIn(source, 'rule') : '' } }]
    }
    case 'add-step':
      return [{ part: 'steps', id: edit.step, fields: { stage: edit.stage, name: edit.name, touchpoints: [] } }]
    case 'split-step': {
      const source = livingAt(roots.steps, edit.step)
      const touchpoints = source ? touchpointsIn(source).filter((name) => edit.touchpoints.includes(name)) : []
      return [{ part: 'steps', id: edit.newStep, fields: { stage: source ? textIn(source, 'stage') : '', name: edit.name, touchpoints } }]
    }
    case 'add-lane':
      return [{ part: 'lanes', id: edit.lane, fields: { kind: edit.laneKind, name: edit.name, hint: edit.hint } }]
    case 'add-card': {
      const { body, card, place } = edit
      if (!isOwnBody(body)) return []
      const fields = { lane: place.lane, stage: place.stage, step: place.step }
      if (body.kind === 'text') return [{ part: 'cards', id: card, fields, text: { text: body.text, marks: body.marks ?? [] } }]
      return [{ part: 'cards', id: card, fields: { ...fields, ...fieldsOf(body) }, text: { text: '', marks: [] } }]
    }
    case 'copy-card': {
      const source = entryAt(roots.cards, edit.card)
      if (!source) return []
      const { lane, stage, step } = edit.place
      const text = readRichText(sharedTextIn(source, 'text'))
      return [{ part: 'cards', id: edit.newCard, fields: { ...copiedFields(source), lane, stage, step }, text }]
    }
    default:
      return []
  }
}
