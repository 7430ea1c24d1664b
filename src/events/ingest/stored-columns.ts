import { int, sql, type Sql } from '../engine/sql.ts'
import type { ImportInput } from '../event-store.ts'
import { messageId } from './message-id.ts'
import type { PlannedRule } from './plan-import.ts'

/** The columns of `events` that a rule fills, with their SQL over the rule's events. What a rule never fills is left to its default: writing it would cost a third more. */
export function storedColumns(
  { workspace, number, source }: ImportInput,
  { rule, file }: PlannedRule,
): readonly (readonly [name: string, value: Sql])[] {
  const has = (value: unknown): boolean => value !== undefined
  const optional: readonly (readonly [boolean, string, Sql])[] = [
    [has(rule.account), 'account', sql`if(account_id = '', 0, sipHash64(account_id))`],
    [has(rule.account), 'account_id', sql`account_id`],
    [has(rule.role), 'role', sql`role`],
    [has(rule.sequence), 'capture', sql`assumeNotNull(capture)`],
    [has(rule.channel) || rule.each?.some((entry) => has(entry.channel)) === true, 'channel', sql`channel`],
    [has(rule.score), 'score', sql`score`],
    [has(rule.score), 'normal', sql`normal`],
    [has(rule.score), 'scale', sql`scale`],
    [rule.survey, 'survey', sql`survey`],
    [has(rule.link), 'link', sql`link`],
    [has(rule.text), 'verbatim', sql`verbatim`],
    [Object.keys(rule.properties).length > 0, 'properties', sql`properties`],
  ]
  return [
    ['workspace', sql`${int(workspace)}`],
    ['customer', sql`sipHash64(customer_id)`],
    ['customer_id', sql`customer_id`],
    ['time', sql`assumeNotNull(time)`],
    ['import', sql`${int(number)}`],
    ['file', sql`${int(file)}`],
    ['row', sql`row`],
    ['part', sql`part`],
    ['id', messageId(source, rule)],
    ['touchpoint', sql`touchpoint`],
    ...optional.filter(([filled]) => filled).map(([, name, value]) => [name, value] as const),
  ]
}
