import { parseDocument } from 'yaml'
import type { TimeFormat } from './time-format.ts'

/** One rule of a recipe as a form shows it: texts as they are written, empty where there is none. */
export interface RuleForm {
  readonly from: string
  readonly customer: string
  readonly account: string
  readonly role: string
  readonly channel: string
  readonly touchpoint: string
  readonly time: string
  readonly timeFormat: TimeFormat
  readonly score: string
  readonly scale: string
  readonly text: string
  /** A touchpoint for each time column of a wide row; empty for plain events. */
  readonly each: readonly { readonly touchpoint: string; readonly time: string; readonly timeFormat: TimeFormat }[]
}
export type RuleField = Exclude<keyof RuleForm, 'each' | 'from'>
export interface RecipeForm {
  readonly timezone: string
  readonly rules: readonly RuleForm[]
}

/** The form of a recipe's text; undefined while the text is no YAML with rules. */
export function readRecipeForm(yaml: string): RecipeForm | undefined {
  const document = parseDocument(yaml)
  const value = document.errors.length === 0 ? (document.toJS() as unknown) : undefined
  if (!isObject(value) || !Array.isArray(value['events'])) return undefined
  return { timezone: text(value['timezone']) || 'UTC', rules: value['events'].filter(isObject).map(ruleForm) }
}

/** The text with one field of one rule changed; an empty value takes the field away. Comments and order stay. */
export function setRuleField(yaml: string, rule: number, change: { readonly field: RuleField; readonly value: string }): string {
  const { field, value } = change
  const now = readRecipeForm(yaml)?.rules[rule]
  const document = parseDocument(yaml)
  const at = (name: string): (string | number)[] => ['events', rule, name]
  if (field === 'time' || field === 'timeFormat') {
    const time = { value: now?.time ?? '', format: now?.timeFormat ?? 'iso', ...(field === 'time' ? { value } : { format: value }) }
    document.setIn(at('time'), time.format === 'iso' ? time.value : time)
  } else if (field === 'score' || field === 'scale') {
    const score = { value: now?.score ?? '', scale: now?.scale || '1..5', ...(field === 'score' ? { value } : { scale: value }) }
    if (score.value === '') document.deleteIn(at('score'))
    else document.setIn(at('score'), score)
  } else if (value === '') document.deleteIn(at(field))
  else if (isObject(document.getIn(at(field))) || document.hasIn([...at(field), 'value'])) document.setIn([...at(field), 'value'], value)
  else document.setIn(at(field), value)
  return document.toString({ lineWidth: 0 })
}

/** The text with the zone of times that carry none. */
export function setTimezone(yaml: string, zone: string): string {
  const document = parseDocument(yaml)
  document.set('timezone', zone)
  return document.toString({ lineWidth: 0 })
}

/** The text with every time that is read day first or month first read the given way. */
export function setDates(yaml: string, format: 'day-first' | 'month-first'): string {
  const document = parseDocument(yaml)
  readRecipeForm(yaml)?.rules.forEach((rule, index) => {
    const isOpen = (one: TimeFormat): boolean => one === 'day-first' || one === 'month-first'
    if (isOpen(rule.timeFormat)) document.setIn(['events', index, 'time'], { value: rule.time, format })
    rule.each.forEach(
      (entry, place) => isOpen(entry.timeFormat) && document.setIn(['events', index, 'each', place, 'time'], { value: entry.time, format }),
    )
  })
  return document.toString({ lineWidth: 0 })
}

/** The text with what stands at a path such as `events[0].when[0].than` changed. */
export function setAt(yaml: string, path: string, value: string): string {
  const document = parseDocument(yaml)
  document.setIn(
    path
      .split(/[.[\]]+/)
      .filter((part) => part !== '')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    value,
  )
  return document.toString({ lineWidth: 0 })
}

/** The column of a text that is one placeholder and nothing else: "{user id}" → "user id". */
export const columnOf = (value: string): string | undefined => /^\{([^{}]+)\}$/.exec(value)?.[1]

function ruleForm(rule: Readonly<Record<string, unknown>>): RuleForm {
  const score = isObject(rule['score']) ? rule['score'] : {}
  const time = timeForm(rule['time'])
  const each = Array.isArray(rule['each']) ? rule['each'].filter(isObject) : []
  return {
    from: text(rule['from']),
    customer: text(rule['customer']),
    account: text(rule['account']),
    role: text(rule['role']),
    channel: mapped(rule['channel']),
    touchpoint: mapped(rule['touchpoint']),
    ...time,
    score: text(score['value']),
    scale: text(score['scale']),
    text: text(rule['text']),
    each: each.map((entry) => ({ touchpoint: mapped(entry['touchpoint']), ...timeForm(entry['time']) })),
  }
}

function timeForm(value: unknown): { readonly time: string; readonly timeFormat: TimeFormat } {
  if (!isObject(value)) return { time: text(value), timeFormat: 'iso' }
  return { time: text(value['value']), timeFormat: (text(value['format']) || 'iso') as TimeFormat }
}

const mapped = (value: unknown): string => (isObject(value) ? text(value['value']) : text(value))
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
