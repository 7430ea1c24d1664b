import { buildPick } from './build-pick.ts'
import { WrongUsage } from './failure.ts'
import { parseDuration } from './parse/duration.ts'
import { parseNames } from './parse/names.ts'
import { oneOf } from './parse/one-of.ts'
import { parseWhere } from './parse/where.ts'
import { parseLimit, parseWhole } from './parse/whole-number.ts'
import type { QuestionOptions } from './question-options.ts'
import type { Aggregate, Question, StageGroup } from './shapes.ts'

export interface BuildContext {
  /** Rows unless the options say otherwise. */
  readonly usualLimit: number
  /** What "all" is. */
  readonly allRows: number
  /** Stages by a template's name, or worked out. */
  readonly stagesFor: (template: string | undefined) => Promise<readonly StageGroup[]>
}

export const questionNames = [
  'overview',
  'touchpoints',
  'transitions',
  'variants',
  'funnel',
  'flow',
  'stages',
  'paths',
  'timeline',
  'trend',
  'scores',
  'makeup',
  'verbatims',
  'hand-offs',
  'channel-visits',
  'members',
] as const

type Name = (typeof questionNames)[number]

/** The question that the options describe. Throws `WrongUsage` where one is missing or cannot be read. */
export async function buildQuestion(name: string, options: QuestionOptions, context: BuildContext): Promise<Question> {
  const known = questionNames.find((one) => one === name)
  if (!known) throw new WrongUsage(`"${name}" is no question. Ask one of ${questionNames.join(', ')}.`)
  const page = pageOf(options, context)
  if (known !== 'members') return { ...(await aggregate(known, options, context)), ...page }
  const of = questionNames.find((one) => one === (options.of ?? impliedOf(options)))
  if (!of || of === 'members') throw new WrongUsage(`members: say whose number is opened, such as --of transitions --from A --to B.`)
  return { question: 'members', of: await aggregate(of, options, context), pick: buildPick(of, options), ...page }
}

/** What can be meant without `--of`. */
function impliedOf(options: QuestionOptions): Name | undefined {
  if (options.from !== undefined) return 'transitions'
  if (options.path !== undefined) return 'variants'
  if (options.steps !== undefined) return 'funnel'
  if (options.touchpoint !== undefined) return 'touchpoints'
  if (options.stage !== undefined) return 'stages'
  return options.of === undefined && options.pick === undefined ? 'overview' : undefined
}

function pageOf(options: QuestionOptions, { usualLimit, allRows }: BuildContext): { limit: number; offset?: number } {
  const limit = options.limit === undefined ? usualLimit : parseLimit(options.limit)
  const offset = options.offset === undefined ? 0 : parseWhole(options.offset, '--offset', { least: 0, most: allRows })
  return { limit: limit === 'all' ? allRows : limit, ...(offset > 0 && { offset }) }
}

async function aggregate(name: Exclude<Name, 'members'>, options: QuestionOptions, context: BuildContext): Promise<Aggregate> {
  const asked = askedOf(options)
  const collapse = options.collapseRepeats === true ? { collapseRepeats: true } : {}
  switch (name) {
    case 'overview':
    case 'touchpoints':
    case 'scores':
    case 'hand-offs':
    case 'channel-visits':
    case 'makeup':
      return { question: name, ...asked }
    case 'transitions':
      return {
        question: name,
        ...asked,
        ...collapse,
        ...(options.slowerThan !== undefined && { slowerThanMs: parseDuration(options.slowerThan, '--slower-than') }),
      }
    case 'variants':
      return { question: name, ...asked, ...collapse }
    case 'funnel':
      return { question: name, ...asked, ...funnelOf(options) }
    case 'flow':
    case 'stages':
      return { question: name, ...asked, stages: await context.stagesFor(options.stages) }
    case 'paths':
      return { question: name, ...asked, ...pathsOf(options) }
    case 'timeline':
      return { question: name, ...asked, customer: demand(options.customer, 'timeline', '--customer ID') }
    case 'trend':
      return {
        question: name,
        ...asked,
        measure: oneOf(options.measure ?? 'journeys', '--measure', ['journeys', 'events', 'conversion', 'score']),
        bucket: oneOf(options.bucket ?? 'week', '--bucket', ['day', 'week', 'month']),
        ...(options.touchpoint !== undefined && { touchpoint: options.touchpoint }),
      }
    case 'verbatims':
      return { question: name, ...asked, ...(options.touchpoint !== undefined && { touchpoint: options.touchpoint }) }
  }
}

function askedOf(options: QuestionOptions): Pick<Aggregate, 'events' | 'journeys' | 'groupBy'> {
  const { events, journeys } = parseWhere(options.where)
  return {
    ...(Object.keys(events).length > 0 && { events }),
    ...(Object.keys(journeys).length > 0 && { journeys }),
    ...(options.groupBy !== undefined && { groupBy: options.groupBy }),
  }
}

function funnelOf(options: QuestionOptions): Omit<Extract<Question, { question: 'funnel' }>, 'question'> {
  return {
    steps: [...parseNames(demand(options.steps, 'funnel', '--steps "A,B,C"'), '--steps')],
    ...(options.window !== undefined && { windowMs: parseDuration(options.window, '--window') }),
    ties: oneOf(options.ties ?? 'capture-order', '--ties', ['capture-order', 'step-order', 'strictly-later']),
    order: oneOf(options.order ?? 'ordered', '--order', ['ordered', 'strict', 'any']),
  }
}

function pathsOf(options: QuestionOptions): Omit<Extract<Question, { question: 'paths' }>, 'question'> {
  return {
    touchpoint: demand(options.touchpoint, 'paths', '--touchpoint NAME'),
    direction: oneOf(options.direction ?? 'after', '--direction', ['before', 'after']),
    depth: parseWhole(options.depth ?? '3', '--depth', { least: 1, most: 10 }),
    perColumn: parseWhole(options.perColumn ?? '8', '--per-column', { least: 1, most: 100 }),
  }
}

function demand(value: string | undefined, question: string, option: string): string {
  if (value === undefined || value === '') throw new WrongUsage(`${question}: this question needs ${option}.`)
  return value
}
