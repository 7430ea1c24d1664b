import { Option, type Command } from 'commander'

/** Everything that can be said about a question, as typed. */
export interface QuestionOptions {
  readonly where: readonly string[]
  readonly limit?: string
  readonly offset?: string
  readonly groupBy?: string
  readonly steps?: string
  readonly window?: string
  readonly ties?: string
  readonly order?: string
  readonly touchpoint?: string
  readonly direction?: string
  readonly depth?: string
  readonly perColumn?: string
  readonly customer?: string
  readonly measure?: string
  readonly bucket?: string
  readonly stages?: string
  readonly collapseRepeats?: boolean
  readonly slowerThan?: string
  readonly of?: string
  readonly pick?: string
  readonly number?: string
  readonly from?: string
  readonly to?: string
  readonly outcome?: string
  readonly path?: string
  readonly step?: string
  readonly stage?: string
  readonly group?: string
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export function addQuestionOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--where <test>', 'only these events or journeys (again for more tests; see below)').argParser(collect).default([], 'all'),
    )
    .option('--limit <rows>', 'rows at the most, or all (default: 25 in a table, 1000 with --json and --csv)')
    .option('--offset <rows>', 'rows to leave out before the first')
    .option('--group-by <property>', 'an answer for each value of a property')
    .option('--collapse-repeats', 'transitions, variants: count a run of the same touchpoint once')
    .option('--slower-than <duration>', 'transitions: also count those that took longer')
    .option('--steps <names>', 'funnel: the steps, "A,B,C"')
    .option('--window <duration>', 'funnel: time from the first step, such as 7d (default: no limit)')
    .option('--ties <policy>', 'funnel: capture-order, step-order or strictly-later (default: capture-order)')
    .option('--order <order>', 'funnel: ordered, strict or any (default: ordered)')
    .option('--touchpoint <name>', 'paths, trend, verbatims: at this touchpoint')
    .option('--direction <side>', 'paths: before or after (default: after)')
    .option('--depth <columns>', 'paths: how many steps far, 1 to 10 (default: 3)')
    .option('--per-column <names>', 'paths: touchpoints named in each column (default: 8)')
    .option('--customer <id>', 'timeline: whose')
    .option('--measure <what>', 'trend: journeys, events, conversion or score (default: journeys)')
    .option('--bucket <period>', 'trend: day, week or month (default: week)')
    .option('--stages <template>', 'flow, stages: the stages of a template (default: worked out from the order)')
    .option('--of <question>', 'members: the question whose number is opened')
    .option('--pick <json>', 'members: the number, as {"kind": …}; or say it with the options below')
    .option('--number <name>', 'members: which number, such as journeys, occurrences, exits, count or lost')
    .option('--from <touchpoint>', 'members of transitions: from')
    .option('--to <touchpoint>', 'members of transitions: to')
    .option('--outcome <outcome>', 'members: journeys that ended goal, lost or open')
    .option('--path <names>', 'members of variants: "A,B,C"')
    .option('--step <number>', 'members of funnel: the step, 1 is the first')
    .option('--stage <name>', 'members of stages: the stage')
    .option('--group <value>', 'members: the group, where the question was grouped')
}
