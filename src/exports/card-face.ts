import type { Card, CardBody, PainCause } from '../journey/map.ts'
import { unreachable } from '../journey/unreachable.ts'
import { formatCount, formatDuration, formatMedian, formatNumber, formatRate, formatScore, plural } from './format.ts'

/** What a card shows, in words: the same on screen, in a picture and for a screen reader. */
export interface CardFace {
  /** A short word above the title, such as "Loop". */
  readonly tag?: string
  /** The number that the card is about, formatted. */
  readonly figure?: string
  readonly title: string
  readonly detail?: string
  /** 0..1, drawn as a bar under the title. */
  readonly meter?: number
  /** −1..+1, drawn on the emotion scale. */
  readonly tone?: number
  /** What a person wrote about it. */
  readonly note?: string
  /** A picture to draw, as a `data:` URL of PNG, JPEG, WebP or GIF. An image kept as an asset has none until its bytes are put in. */
  readonly image?: string
  readonly quoted: boolean
  readonly painful: boolean
}

type FacedCard = Pick<Card, 'body' | 'standing' | 'owner' | 'note'>

/** What the card says; every field plain text that the caller must escape. */
export function cardFace(card: FacedCard): CardFace {
  const face = { ...bodyFace(card.body), ...(card.note === undefined || card.note === '' ? {} : { note: card.note }) }
  if (card.owner === undefined || card.owner === '') return face
  const owner = `Owner: ${card.owner}`
  return { ...face, detail: face.detail === undefined ? owner : `${face.detail} · ${owner}` }
}

/** The card in one sentence, for screen readers and plain text. */
export function cardSentence(card: FacedCard): string {
  const face = cardFace(card)
  const parts = [face.tag, face.title, face.figure, face.detail, face.note].filter((part) => part !== undefined && part !== '')
  return parts.join(' · ')
}

const painWords: Readonly<Record<PainCause, string>> = {
  exit: 'Leaving',
  loop: 'Going round',
  wait: 'Waiting',
  score: 'Unhappy',
  'hand-off': 'Handed on',
  backward: 'Going back',
  repeat: 'Asking again',
  late: 'Late',
  theme: 'Unhappy words',
}

function bodyFace(body: CardBody): CardFace {
  switch (body.kind) {
    case 'text':
      return { title: body.text, quoted: false, painful: false }
    case 'image':
      return imageFace(body)
    case 'touchpoint':
      return touchpointFace(body)
    case 'channel':
      return {
        title: body.channel,
        figure: formatRate(body.share),
        detail: plural(body.occurrences, 'contact'),
        meter: body.share,
        quoted: false,
        painful: false,
      }
    case 'kpi':
      return kpiFace(body)
    case 'emotion':
      return emotionFace(body)
    case 'pain-point':
      return { tag: painWords[body.cause], title: body.title, detail: painDetail(body), quoted: false, painful: true }
    case 'delight':
      return { tag: 'Delight', title: body.title, detail: painDetail(body), quoted: false, painful: false }
    case 'verbatim':
      return verbatimFace(body)
    default:
      return unreachable(body)
  }
}

type Body<Kind extends CardBody['kind']> = Extract<CardBody, { kind: Kind }>

function touchpointFace(body: Body<'touchpoint'>): CardFace {
  const next = body.p50ToNext === null ? '' : `next after ${formatDuration(body.p50ToNext)}`
  const journeys = body.journeys === null ? '' : plural(body.journeys, 'journey')
  const detail = [body.channel, body.team ?? '', journeys, next].filter((part) => part !== '').join(' · ')
  return {
    title: body.touchpoint,
    ...(body.reach === null ? {} : { figure: formatRate(body.reach), meter: body.reach }),
    ...(detail === '' ? {} : { detail }),
    quoted: false,
    painful: false,
  }
}

/** A picture that may be drawn: of a kind that runs nothing, inside the file itself. */
const drawable = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2}$/

function imageFace(body: Body<'image'>): CardFace {
  const title = body.alt === '' ? 'Image without a description' : body.alt
  return { title, ...(drawable.test(body.image) ? { image: body.image } : {}), quoted: false, painful: false }
}

function kpiFace(body: Body<'kpi'>): CardFace {
  const show = (value: number): string => formatKpi(value, body.unit)
  const range = body.low === undefined || body.high === undefined ? undefined : `95 % between ${show(body.low)} and ${show(body.high)}`
  const target = body.target === undefined ? undefined : `target ${show(body.target)}`
  const unmeasured = body.value === null ? 'not measured yet' : undefined
  const detail = [unmeasured, range, target].filter((part) => part !== undefined).join(' · ')
  return {
    title: body.name,
    ...(body.value === null ? {} : { figure: show(body.value) }),
    ...(detail === '' ? {} : { detail }),
    quoted: false,
    painful: false,
  }
}

/** A KPI's value in its unit. */
export function formatKpi(value: number, unit: Body<'kpi'>['unit']): string {
  switch (unit) {
    case 'rate':
      return formatRate(value)
    case 'ms':
      return formatMedian(value)
    case 'count':
      return formatCount(value)
    case 'score':
      return formatNumber(value)
    default:
      return unreachable(unit)
  }
}

function emotionFace(body: Body<'emotion'>): CardFace {
  const scale = body.scale === '' ? '' : ` · ${scaleName(body.scale)}`
  const count = `${plural(body.n, 'score')}${scale}`
  if (body.mean === null) return { title: body.n === 0 ? 'No scores' : 'Too few scores', detail: count, quoted: false, painful: false }
  const range = body.low === null || body.high === null ? '' : ` · 95 % between ${formatScore(body.low)} and ${formatScore(body.high)}`
  return {
    title: moodWord(body.mean),
    figure: formatScore(body.mean),
    detail: count + range,
    tone: body.mean,
    quoted: false,
    painful: false,
  }
}

function painDetail(body: Body<'pain-point' | 'delight'>): string {
  const size = `${plural(body.journeys, 'journey')}${body.kind === 'delight' ? '' : ' affected'}`
  return body.detail === '' ? size : `${size} · ${body.detail}`
}

function verbatimFace(body: Body<'verbatim'>): CardFace {
  const detail = body.score === null ? undefined : `${formatNumber(body.score)} on ${scaleName(body.scale)}`
  return { title: body.text, ...(detail === undefined ? {} : { detail }), quoted: true, painful: false }
}

/** A scale's code as people say it. */
export function scaleName(code: string): string {
  const known: Readonly<Record<string, string>> = { nps: 'NPS (0–10)', csat: 'CSAT (1–5)', ces: 'CES (1–7)', stars: 'stars (1–5)' }
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code.replace('..', '–')
}

/** A word for a mean score −1..+1. */
export function moodWord(score: number): string {
  if (score <= -0.5) return 'Very unhappy'
  if (score <= -0.15) return 'Unhappy'
  if (score < 0.15) return 'Mixed'
  return score < 0.5 ? 'Happy' : 'Very happy'
}
