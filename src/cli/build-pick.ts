import { memberPickSchema } from '../contract/question-schema.ts'
import { WrongUsage } from './failure.ts'
import { parseNames } from './parse/names.ts'
import { oneOf } from './parse/one-of.ts'
import { parseWhole } from './parse/whole-number.ts'
import type { QuestionOptions } from './question-options.ts'
import type { Aggregate, MemberPick } from './shapes.ts'

/** Which number of the question `of` is opened: what `--pick` says, or what the simple options do. */
export function buildPick(of: Aggregate['question'], options: QuestionOptions): MemberPick {
  if (options.pick !== undefined) return parsePick(options.pick)
  const group = options.group === undefined ? {} : { group: options.group }
  if (options.outcome !== undefined)
    return { ...group, kind: 'outcome', outcome: oneOf(options.outcome, '--outcome', ['goal', 'lost', 'open']) }
  const { number } = options
  if (of === 'transitions' && (options.from !== undefined || options.to !== undefined))
    return {
      ...group,
      kind: 'transition',
      from: demand(options.from, '--from A'),
      to: demand(options.to, '--to B'),
      number: oneOf(number ?? 'count', '--number', ['count', 'journeys']),
    }
  if (of === 'touchpoints' && options.touchpoint !== undefined)
    return {
      ...group,
      kind: 'touchpoint',
      touchpoint: options.touchpoint,
      number: oneOf(number ?? 'journeys', '--number', ['journeys', 'occurrences', 'starts', 'ends', 'exits', 'repeats']),
    }
  if (of === 'hand-offs' && (options.from !== undefined || options.to !== undefined))
    return {
      ...group,
      kind: 'hand-off',
      from: demand(options.from, '--from CHANNEL'),
      to: demand(options.to, '--to CHANNEL'),
      number: oneOf(number ?? 'count', '--number', ['count', 'journeys', 'ended']),
    }
  if (of === 'variants' && options.path !== undefined) return { ...group, kind: 'variant', path: [...parseNames(options.path, '--path')] }
  if (of === 'funnel' && options.step !== undefined)
    return {
      ...group,
      kind: 'funnel-step',
      step: parseWhole(options.step, '--step', { least: 1, most: 32 }),
      number: oneOf(number ?? 'reached', '--number', ['reached', 'lost']),
    }
  if (of === 'stages' && options.stage !== undefined)
    return { ...group, kind: 'stage', stage: options.stage, number: oneOf(number ?? 'journeys', '--number', ['journeys', 'exits']) }
  if (of === 'scores' && options.touchpoint !== undefined) return { ...group, kind: 'score', touchpoint: options.touchpoint }
  return { ...group, kind: 'journeys' }
}

function parsePick(text: string): MemberPick {
  const parsed = memberPickSchema.safeParse(fromJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  throw new WrongUsage(
    `--pick: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'cannot be understood'}. An example: {"kind":"transition","from":"A","to":"B","number":"count"}.`,
  )
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUsage(`--pick: this is not JSON. An example: {"kind":"touchpoint","touchpoint":"A","number":"exits"}.`)
  }
}

function demand(value: string | undefined, option: string): string {
  if (value === undefined) throw new WrongUsage(`members: also say ${option}.`)
  return value
}
