import type { OwnBody } from '../journey/edit.ts'
import type { CardBody, TextMark } from '../journey/map.ts'
import { isPicture } from '../journey/validate-additions.ts'
import { longest } from './edit-plan.ts'
import { isSafeLink } from './rich-text.ts'

/** A body that a card made by hand holds as it is; a text lies in the card's shared text instead. */
export type PlainBody = Exclude<OwnBody, { readonly kind: 'text' }>

/** Fields of each kind: what they must be, and whether they may be missing. */
type Rule = (value: unknown) => boolean
interface BodyShape {
  readonly needs: Readonly<Record<string, Rule>>
  readonly may: Readonly<Record<string, Rule>>
}

const short: Rule = (value) => typeof value === 'string' && value.length <= 2_000
const number: Rule = (value) => typeof value === 'number' && Number.isFinite(value)
const nothing: Rule = (value) => value === null
const zero: Rule = (value) => value === 0
const units: readonly unknown[] = ['rate', 'ms', 'count', 'score']
const picture: Rule = (value) => typeof value === 'string' && value.length <= 200_000 && isPicture(value)

/** Numbers of touchpoints and channels come from answers only; a KPI's value may be a person's, and is then assumed. */
const shapes: Readonly<Record<string, BodyShape>> = {
  image: { needs: { image: picture, alt: short }, may: {} },
  touchpoint: {
    needs: { touchpoint: short, channel: short, journeys: nothing, reach: nothing, occurrences: nothing, p50ToNext: nothing },
    may: { library: short, team: short },
  },
  channel: { needs: { channel: short, occurrences: zero, share: zero }, may: {} },
  kpi: {
    needs: { name: short, value: (value) => value === null || number(value), unit: (value) => units.includes(value) },
    may: { low: number, high: number, target: number },
  },
}

/** Whether a value is a body that a person may write, other than a text: exactly these fields, nothing nested. */
export function isPlainBody(value: unknown): value is PlainBody {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false
  const kind: unknown = 'kind' in value ? value.kind : undefined
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
  if (!shape) return false
  const fields = new Map(Object.entries(value))
  fields.delete('kind')
  const needed = Object.entries(shape.needs).every(([key, holds]) => fields.has(key) && holds(fields.get(key)))
  const known = [...fields].every(
    ([key, field]) => Object.hasOwn(shape.needs, key) || (Object.hasOwn(shape.may, key) && shape.may[key]?.(field)),
  )
  return needed && known
}

/** Whether a body is one that a person may write into a new card. */
export function isOwnBody(body: OwnBody): boolean {
  if (body.kind !== 'text') return isPlainBody(body)
  const { text, marks = [] } = body
  const linked = marks.every((mark) => mark.kind !== 'link' || isSafeLink(mark.href))
  return text.length <= longest.text && linked && marks.every((mark) => liesWithin(mark, text))
}

export const liesWithin = ({ from, to }: TextMark, text: string): boolean => from >= 0 && from < to && to <= text.length

/** What is kept of a body: a target lies in a field of its own, so that it can be set for computed numbers too. */
export function withoutTarget<Body extends CardBody>(body: Body): Body {
  if (body.kind !== 'kpi' || body.target === undefined) return body
  const { target: _, ...rest } = body
  return rest as Body
}
