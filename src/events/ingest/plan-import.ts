import type { EventRule } from '../../sources/recipe.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import type { ImportInput } from '../event-store.ts'
import { EventStoreError } from '../event-store-error.ts'
import { limits } from '../schema.ts'
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
  /** Rows of the rule's file; asked once. */
  countRows(driver: ClickHouseDriver): Promise<number>
}

/** The aliases of an import's files in their stored order. */
export const fileOrder = (input: ImportInput): readonly string[] => Object.keys(input.files)

export function planImport(input: ImportInput): readonly PlannedRule[] {
  const order = fileOrder(input)
  const parts = new Map<string, number>()
  const counts = new Map<string, Promise<number>>()
  return input.recipe.events.map((rule) => {
    const firstPart = parts.get(rule.from) ?? 0
    parts.set(rule.from, firstPart + (rule.each?.length ?? 1))
    const events = ruleEvents({ recipe: input.recipe, rule, files: input.files, firstPart })
    return {
      rule,
      file: order.indexOf(rule.from),
      firstPart,
      events,
      oneEventARow: !rule.each && rule.when.length === 0 && !leavesOut(rule.touchpoint) && !leavesOut(rule.channel),
      countRows(driver) {
        const known = counts.get(rule.from) ?? countRows(driver, events)
        counts.set(rule.from, known)
        return known
      },
    }
  })
}

const leavesOut = (entry: EventRule['touchpoint']): boolean => typeof entry === 'object' && entry.otherwise === 'skip'

async function countRows(driver: ClickHouseDriver, events: RuleEvents): Promise<number> {
  const [count] = await driver.query<{ rows: number }>(events.countRows, { settings: events.settings })
  const rows = count?.rows ?? 0
  if (rows > limits.rowsPerFile)
    throw new EventStoreError('file_unreadable', `A file may hold ${limits.rowsPerFile} rows at the most. Split it.`)
  return rows
}
