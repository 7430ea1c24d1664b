import type { Evidence } from '../journey/evidence.ts'
import type { CardChange, CardPlace } from '../journey/map-change.ts'
import type { Card, CardBody, JourneyMap } from '../journey/map.ts'
import { cardFace } from './card-face.ts'
import { figuresSaid, quoted, stageNamed, textChange, type BothMaps, type ChangeWords } from './change-phrases.ts'
import { cardFigures, changedFigures } from './changed-figures.ts'
import { formatCount } from './format.ts'
import { standings } from './tokens.ts'

const flagWords = {
  pinned: { on: 'pinned', off: 'no longer pinned' },
  hidden: { on: 'hidden', off: 'shown again' },
  assumed: { on: 'marked as assumed', off: 'no longer marked as assumed' },
} as const
const findOutWords = { open: 'to find out', done: 'found out' } as const

/** Undefined where numbers differ by too little to be read differently. */
export function cardChangeWords(change: CardChange, { before, after }: BothMaps): ChangeWords | undefined {
  const { card } = change
  const map = change.kind === 'removed' ? before : after
  const name = cardName(card)
  const about = {
    what: change.what,
    id: card.id,
    stage: card.stage,
    title: cellOf(card, map),
    before: null,
    after: null,
    computed: false,
  } as const
  const changed = { ...about, kind: 'changed' } as const
  switch (change.kind) {
    case 'added':
      return { ...about, kind: 'added', sentence: `Card ${quoted(name)} added`, after: wholeCard(card), computed: byData(card) }
    case 'removed':
      return { ...about, kind: 'removed', sentence: `Card ${quoted(name)} removed`, before: wholeCard(card), computed: byData(card) }
    case 'moved':
      return {
        ...about,
        kind: 'moved',
        sentence: `Card ${quoted(name)} moved`,
        title: `Card ${quoted(name)}`,
        before: placeSaid(change.before, before),
        after: placeSaid(change.after, after),
      }
    case 'body':
      return bodyWords(changed, change, name)
    case 'formatting':
      return { ...changed, sentence: `Formatting of the ${change.of} of ${quoted(name)} changed`, before: name, after: name }
    case 'note':
      return {
        ...changed,
        title: `Note on ${quoted(name)}`,
        sentence: `Note on ${quoted(name)} changed`,
        ...textChange(change.before ?? '', change.after ?? ''),
      }
    case 'owner':
      return {
        ...changed,
        sentence: `Owner of ${quoted(name)} changed`,
        figures: [{ name: 'owner', before: change.before ?? null, after: change.after ?? null }],
      }
    case 'find out':
      return {
        ...changed,
        sentence: `${quoted(name)}: ${change.after === undefined ? 'no longer to find out' : findOutWords[change.after as 'open' | 'done']}`,
        figures: [{ name: 'find out', before: findOutSaid(change.before), after: findOutSaid(change.after) }],
      }
    case 'flag': {
      const words = flagWords[change.flag]
      const said = change.on ? words.on : words.off
      return {
        ...changed,
        sentence: `${quoted(name)} ${said}`,
        figures: [{ name: change.flag, before: yesOrNo(!change.on), after: yesOrNo(change.on) }],
      }
    }
    case 'personas': {
      const said = (ids: readonly string[], of: JourneyMap): string =>
        ids.length === 0
          ? 'everybody'
          : ids.map((id) => of.personas.find((persona) => persona.id === id)?.name ?? 'a persona not on the map').join(', ')
      return {
        ...changed,
        sentence: `Whom ${quoted(name)} speaks for changed`,
        figures: [{ name: 'speaks for', before: said(change.before, before), after: said(change.after, after) }],
      }
    }
    case 'evidence':
      return evidenceWords(changed, change, name)
    case 'standing': {
      const figures = changedFigures(standingFigures(change.before), standingFigures(change.after))
      return figures.length === 0
        ? undefined
        : {
            ...changed,
            title: `Standing of ${quoted(name)}`,
            sentence: `${quoted(name)}: ${figuresSaid(figures)}`,
            figures,
            computed: true,
          }
    }
  }
}

type Changed = Omit<ChangeWords, 'sentence'>
type Of<Kind extends CardChange['kind']> = Extract<CardChange, { kind: Kind }>

function bodyWords(changed: Changed, change: Of<'body'>, name: string): ChangeWords | undefined {
  const { before, after } = change
  if (before.kind === 'text' && after.kind === 'text')
    return { ...changed, sentence: `Text of ${quoted(name)} changed`, ...textChange(before.text, after.text) }
  const computed = !ownKinds.has(after.kind)
  if (before.kind !== after.kind)
    return { ...changed, sentence: `${quoted(name)} says something else`, before: bodySaid(before), after: bodySaid(after), computed }
  if (before.kind === 'image' && after.kind === 'image' && before.image !== after.image)
    return {
      ...changed,
      sentence: `Picture of ${quoted(name)} changed`,
      figures: [{ name: 'picture', before: 'another picture', after: 'this picture' }],
    }
  const figures = changedFigures(cardFigures(before), cardFigures(after))
  if (figures.length === 0) return undefined
  return {
    ...changed,
    title: `${changed.title}: ${quoted(name)}`,
    sentence: `${name}: ${figuresSaid(figures)}`,
    figures,
    computed: computed || change.card.evidence.some((piece) => piece.kind === 'answer'),
  }
}

function evidenceWords(changed: Changed, { added, removed }: Of<'evidence'>, name: string): ChangeWords {
  const list = (pieces: readonly Evidence[]): string | null => (pieces.length === 0 ? null : pieces.map(evidenceName).join('; '))
  const base = { ...changed, title: `Evidence of ${quoted(name)}`, before: list(removed), after: list(added) }
  const onlyRefreshed =
    added.length > 0 && added.length === removed.length && [...added, ...removed].every((piece) => piece.kind === 'answer')
  if (onlyRefreshed) return { ...base, sentence: `Evidence of ${quoted(name)} asked again`, computed: true }
  if (added.length > 0 && removed.length > 0) return { ...base, sentence: `Evidence of ${quoted(name)} changed` }
  if (added.length > 0) return { ...base, sentence: `Evidence put on ${quoted(name)}` }
  return { ...base, sentence: removed.length > 0 ? `Evidence taken off ${quoted(name)}` : `Evidence of ${quoted(name)} in another order` }
}

/** Kinds that people write; all others come from answers. */
const ownKinds: ReadonlySet<CardBody['kind']> = new Set(['text', 'image', 'touchpoint', 'kpi', 'channel'])
const byData = (card: Card): boolean => !ownKinds.has(card.body.kind) || card.evidence.some((piece) => piece.kind === 'answer')

const bodySaid = (body: CardBody): string => {
  const face = cardFace({ body, standing: { kind: 'no data' } })
  return [face.title, face.figure, face.detail].filter((part) => part !== undefined && part !== '').join(' · ')
}
const wholeCard = (card: Card): string => bodySaid(card.body) + (card.note === undefined || card.note === '' ? '' : ` (note: ${card.note})`)

function cardName(card: Card): string {
  const title = cardFace(card).title.replace(/\s+/g, ' ').trim()
  const signs = [...title]
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : title === '' ? 'empty card' : title
}

const cellOf = (card: Card, map: JourneyMap): string => map.lanes.find((lane) => lane.id === card.lane)?.name ?? 'Removed lane'

function placeSaid({ lane, stage, step, place }: CardPlace, map: JourneyMap): string {
  const laneName = map.lanes.find((one) => one.id === lane)?.name ?? 'Removed lane'
  const stepName = map.stages.flatMap((one) => one.steps).find((one) => one.id === step)?.name
  return `${[laneName, stageNamed(stage, map), stepName].filter((part) => part !== undefined && part !== '').join(' › ')}, place ${place + 1}`
}

const standingFigures = ({ kind, n }: Card['standing']) => [
  { name: 'standing', value: standings[kind].label },
  { name: 'rests on', value: n === undefined ? null : formatCount(n) },
]

function evidenceName(piece: Evidence): string {
  if (piece.kind === 'answer') return piece.label
  if (piece.kind === 'verbatim') return quoted(piece.text)
  return piece.kind === 'document' ? piece.title : `${quoted(piece.text)} (${piece.noteTitle})`
}

const findOutSaid = (state: string | undefined): string | null => (state === undefined ? null : findOutWords[state as 'open' | 'done'])
const yesOrNo = (on: boolean): string => (on ? 'yes' : 'no')
