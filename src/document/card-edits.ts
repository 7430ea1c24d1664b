import type { CardEdit, EditProblem, Place } from '../journey/edit.ts'
import { err, ok, type Result } from '../journey/result.ts'
import { unreachable } from '../journey/unreachable.ts'
import { placeOf } from './arrange.ts'
import { after, all, bringBack, longest, need, needNew, needText, type Plan, refuse, type Work } from './edit-plan.ts'
import { evidenceFact, factKey } from './facts.ts'
import { placeCards } from './move-cards.ts'
import { isOwnBody, isPlainBody, liesWithin, withoutTarget } from './own-body.ts'
import { cardAt, isComputed } from './read-card.ts'
import { isSafeLink, type RichText, writeRichText } from './rich-text.ts'
import { type Entry, put, type Roots, sharedTextIn, textIn } from './roots.ts'

type Of<Kind extends CardEdit['kind']> = Extract<CardEdit, { readonly kind: Kind }>

export function planCardEdit(work: Work, edit: CardEdit): Plan {
  const { roots } = work
  switch (edit.kind) {
    case 'add-card':
      return after([needNew(work, 'cards', edit.card), needPlace(work, edit.place), needBody(edit.body)], () => {
        placeCards(roots, [edit.card], edit.place)
        bringBack(roots.cards, edit.card)
      })
    case 'copy-card':
      return after([need(work, 'cards', edit.card), needNew(work, 'cards', edit.newCard), needPlace(work, edit.place)], () => {
        placeCards(roots, [edit.newCard], edit.place)
        bringBack(roots.cards, edit.newCard)
      })
    case 'move-cards':
      return onCards(work, edit.cards, { checks: [needPlace(work, edit.place)], change: () => placeCards(roots, edit.cards, edit.place) })
    case 'set-text':
      return onCard(work, edit.card, { checks: [needRichText(edit)], change: (card) => setText(card, edit) })
    case 'set-body':
      return planBody(work, edit)
    case 'set-owner':
      return onCard(work, edit.card, {
        checks: [needText(edit.owner ?? '', longest.name)],
        change: (card) => put(card, 'owner', edit.owner || undefined),
      })
    case 'set-target':
      return planTarget(work, edit)
    case 'flag-cards':
      return onCards(work, edit.cards, { change: (card) => put(card, edit.flag, edit.on || undefined) })
    case 'set-find-out':
      return onCard(work, edit.card, { change: (card) => put(card, 'findOut', edit.state ?? undefined) })
    case 'set-card-personas':
      return onCard(work, edit.card, {
        checks: edit.personas.map((id) => needText(id, 200)),
        change: (card) => setPersonas(card, edit.personas),
      })
    case 'cite':
      return planCite(work, edit)
    case 'remove-cards':
      return onCards(work, edit.cards, { change: (card) => put(card, 'gone', true) })
    default:
      return unreachable(edit)
  }
}

interface CardChange {
  readonly checks?: readonly Result<unknown, EditProblem>[]
  readonly change: (card: Entry) => void
}

function onCard(work: Work, id: string, { checks = [], change }: CardChange): Plan {
  const card = need(work, 'cards', id)
  return card.ok ? after(checks, () => change(card.value)) : card
}

function onCards(work: Work, ids: readonly string[], { checks = [], change }: CardChange): Plan {
  const cards = ids.map((id) => need(work, 'cards', id))
  return after([...checks, ...cards], () => cards.forEach((card) => card.ok && change(card.value)))
}

function needPlace(work: Work, { lane, stage, step }: Place): Result<void, EditProblem> {
  const found = all(need(work, 'lanes', lane), need(work, 'stages', stage))
  if (!found.ok || step === null) return found
  const entry = need(work, 'steps', step)
  if (!entry.ok) return entry
  if (textIn(entry.value, 'stage') === stage) return ok(undefined)
  return err({ code: 'not_found', message: 'The step is not in this stage any more. Choose the place of the card again.' })
}

function needBody(body: Of<'add-card'>['body']): Result<void, EditProblem> {
  if (body.kind === 'text') return needRichText({ text: body.text, marks: body.marks ?? [] })
  return isOwnBody(body) ? ok(undefined) : notABody
}

const notABody: Result<never, EditProblem> = err({
  code: 'bad_value',
  message:
    'A person cannot write this into a card. Numbers of touchpoints and channels come from imported events; pictures are uploaded first.',
})

function needRichText({ text, marks }: RichText): Result<void, EditProblem> {
  if (!marks.every((mark) => liesWithin(mark, text))) return refuse('bad_value', 'The formatting does not lie within the text.')
  const unsafe = marks.some((mark) => mark.kind === 'link' && !isSafeLink(mark.href))
  if (unsafe) return refuse('bad_value', 'A link starts with http://, https:// or mailto:.')
  return needText(text, longest.text)
}

function setText(card: Entry, { text, marks }: RichText): void {
  const shared = sharedTextIn(card, 'text')
  if (shared) writeRichText(shared, { text, marks })
}

function planBody(work: Work, { card, body }: Of<'set-body'>): Plan {
  const entry = need(work, 'cards', card)
  if (!entry.ok) return entry
  if (isComputed(work.roots, entry.value)) return refuse('not_yours', 'This card is computed from events. Write a note on it instead.')
  if (!entry.value.has('body')) return refuse('bad_value', 'This card is a text. Add a card of the other kind instead.')
  if (!isPlainBody(body)) return notABody
  return ok(() => {
    const kept = withoutTarget(body)
    if (JSON.stringify(entry.value.get('body')) !== JSON.stringify(kept)) entry.value.set('body', kept)
    if (body.kind === 'kpi' && body.target !== undefined) put(entry.value, 'target', body.target)
  })
}

function planTarget(work: Work, { card, target }: Of<'set-target'>): Plan {
  const entry = need(work, 'cards', card)
  if (!entry.ok) return entry
  if (bodyKind(work.roots, card, entry.value) !== 'kpi') return refuse('bad_value', 'Only a KPI has a target. Add a KPI card for it.')
  if (target !== null && !Number.isFinite(target)) return refuse('bad_value', 'A target is a number.')
  return ok(() => put(entry.value, 'target', target ?? undefined))
}

function bodyKind(roots: Roots, id: string, entry: Entry): string {
  const place = placeOf(roots, entry) ?? { lane: '', stage: '', step: null }
  return cardAt(roots, { id, entry, place }).body.kind
}

function setPersonas(card: Entry, personas: readonly string[]): void {
  const wanted = new Set(personas.map((id) => factKey('persona', id)))
  for (const key of card.keys()) if (key.startsWith('persona:') && !wanted.has(key)) card.delete(key)
  for (const key of wanted) put(card, key, true)
}

function planCite(work: Work, { card, evidence, on }: Of<'cite'>): Plan {
  const known =
    !on || evidenceFact(work.roots, evidence)
      ? ok(undefined)
      : refuse('not_found', 'The map does not hold this evidence. Drag it onto the card again.')
  return onCard(work, card, { checks: [known], change: (entry) => put(entry, factKey('evidence', evidence), on || undefined) })
}
