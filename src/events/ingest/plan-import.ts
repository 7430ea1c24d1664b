import type { EventRule } from '../../sources/recipe.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import type { ImportInput } from '../event-store.ts'
import { fileSize, type FileSize } from './file-size.ts'
import { ruleEvents, type RuleEvents } from './rule-events.ts'

/** A rule with its place among the files and events of the import. */
export interface PlannedRule {
  readonly rule: EventRule
  /** Index of the rule's file among the recipe's files. */
  readonly file: number
  readonly firstPart: number
  readonly events: RuleEvents
  /** Each row makes exactly one event, good or bad. */
  readonly oneEventARow: boolean
  /** Size of the rule's file; shared by the rules that read it. */
  readonly size: FileSize
}

/** The aliases of an import's files in their stored order. */
export const fileOrder = (input: ImportInput): readonly string[] => Object.keys(input.files)

export function planImport(driver: ClickHouseDriver, input: ImportInput): readonly PlannedRule[] {
  const order = fileOrder(input)
  const parts = new Map<string, number>()
  const sizes = new Map<string, FileSize>()
  return input.recipe.events.map((rule) => {
    const firstPart = parts.get(rule.from) ?? 0
    parts.set(rule.from, firstPart + (rule.each?.length ?? 1))
    const events = ruleEvents({ recipe: input.recipe, rule, files: input.files, firstPart })
    const size = sizes.get(rule.from) ?? fileSize(driver, input.files[rule.from]!, { rows: events.countRows, settings: events.settings })
    sizes.set(rule.from, size)
    return {
      rule,
      file: order.indexOf(rule.from),
      firstPart,
      events,
      oneEventARow: !rule.each && rule.when.length === 0 && !leavesOut(rule.touchpoint) && !leavesOut(rule.channel),
      size,
    }
  })
}

const leavesOut = (entry: EventRule['touchpoint']): boolean => typeof entry === 'object' && entry.otherwise === 'skip'
