import { joinSql, sql, text, type Sql } from '../engine/sql.ts'
import type { EventRule } from '../../sources/recipe.ts'

/**
 * SQL of an event's message id: the source's own where it gives one; otherwise a hash of all that the event says. A field that is empty is
 * left out of the hash, so a recipe that later maps more columns still knows the events that have nothing in them. Identical events of one
 * import are told apart later, by counting them. Hashing one text is many times faster than hashing each field.
 */
export function messageId(source: string, rule: EventRule): Sql {
  const said = sql`reinterpretAsUInt128(sipHash128(toUnixTimestamp64Milli(assumeNotNull(time)), assumeNotNull(capture), concat(customer_id, '\\0', touchpoint${joinSql(optionalFields(rule), '')})))`
  if (rule.id === undefined) return said
  return sql`if(message_id = '', ${said}, reinterpretAsUInt128(sipHash128(${text(source)}, message_id, part)))`
}

function optionalFields(rule: EventRule): readonly Sql[] {
  const field = (name: string, value: Sql): Sql => sql`, if(${value} = '', '', concat(${text(`\0${name}=`)}, ${value}))`
  const list: Sql[] = []
  if (rule.channel !== undefined || rule.each?.some((entry) => entry.channel !== undefined)) list.push(field('channel', sql`channel`))
  if (rule.account !== undefined) list.push(field('account', sql`account_id`))
  if (rule.role !== undefined) list.push(field('role', sql`role`))
  if (rule.score !== undefined) list.push(field('score', sql`if(isNull(score), '', concat(scale, ':', toString(assumeNotNull(score))))`))
  if (rule.link !== undefined) list.push(field('link', sql`link`))
  if (rule.text !== undefined) list.push(field('text', sql`verbatim`))
  if (Object.keys(rule.properties).length > 0)
    list.push(sql`, arrayStringConcat(arrayMap((k, v) -> concat('\\0.', k, '=', v), mapKeys(properties), mapValues(properties)))`)
  return list
}
