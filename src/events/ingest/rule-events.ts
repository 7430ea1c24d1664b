import { parseScale, type Scale } from '../../journey/scale.ts'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { EventRule, Recipe, RowTest } from '../../sources/recipe.ts'
import { float, joinSql, nothing, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { fileRows } from './file-rows.ts'
import { problemCode } from './problems.ts'
import { readTime } from './read-time.ts'
import { joinKey, openScope, type RuleScope } from './rule-scope.ts'

/** One rule of a recipe as SQL. */
export interface RuleEvents {
  /**
   * SELECT of every event the rule makes, good or bad: row, part, customer_id, account_id, role, touchpoint, channel,
   * time, time_text, capture, score, normal, score_text, scale, survey, link, verbatim, message_id, properties, problem.
   */
  readonly select: Sql
  /** SELECT of `row` and `raw`, the row's own columns by name. */
  readonly rawRows: Sql
  /** SELECT of `row` and `line` of what could not be read at all; undefined where nothing was found. */
  readonly unreadable: Sql | undefined
  /** Rows of the rule's own file, without looking into them. */
  readonly countRows: Sql
  readonly settings: Readonly<Record<string, string | number>>
}

export interface RuleInput {
  readonly recipe: Recipe
  readonly rule: EventRule
  readonly files: Readonly<Record<string, PreparedFile>>
  /** The number of the rule's first event among those of one row. */
  readonly firstPart: number
}

/** Compiles a rule. Throws `unknown_column`, naming file and column. */
export function ruleEvents(input: RuleInput): RuleEvents {
  const { rule } = input
  const scope = openScope(input.recipe, rule, input.files)
  const scale = scaleOf(rule)
  const score = scale ? sql`toFloat64OrNull(nullIf(score_text, ''))` : sql`CAST(NULL, 'Nullable(Float64)')`
  const select = sql`
    SELECT row, part, customer_id, account_id, role, touchpoint, channel, time_text, read_time AS time, read_capture AS capture,
      score_text, ${score} AS score, ${scale ? normalised(scale) : sql`CAST(NULL, 'Nullable(Float64)')`} AS normal,
      ${scale ? sql`if(isNull(score), '', ${text(scale.code)})` : sql`''`} AS scale, ${unsafeSql(String(rule.survey))} AS survey,
      link, verbatim, message_id, properties, ${problemOf(scale)} AS problem
    FROM (${sightings(input, scope)})`
  return {
    select,
    rawRows: rawRows(input),
    unreadable: scope.own.unreadable,
    countRows: sql`SELECT count() AS n FROM ${scope.own.every}`,
    settings: scope.settings,
  }
}

/** Each event before judgement, with its time and sequence read. */
function sightings({ recipe, rule, firstPart }: RuleInput, scope: RuleScope): Sql {
  const zone = recipe.timezone
  const sequence =
    rule.sequence === undefined
      ? sql`toNullable(toInt64(0))`
      : sql`toInt64OrNull(if(${scope.value(rule.sequence)} = '', '0', ${scope.value(rule.sequence)}))`
  const written = scope.value(rule.customer)
  const customer = rule.customerIfEmpty === undefined ? written : sql`if(${written} = '', ${text(rule.customerIfEmpty)}, ${written})`
  const common = sql`f0_row AS row, ${customer} AS customer_id, ${scope.value(rule.account)} AS account_id, ${scope.value(rule.role)} AS role,
      ${sequence} AS read_capture, ${scope.value(rule.link)} AS link, ${scope.value(rule.text)} AS verbatim, ${scope.value(rule.id)} AS message_id,
      ${scope.value(rule.score?.value)} AS score_text, ${propertiesOf(rule, scope)} AS properties`
  const from = sql`FROM ${joinedFiles(rule, scope)}${whereOf(rule, scope)}`
  if (!rule.each) {
    const time = scope.value(rule.time?.value)
    return sql`SELECT ${common}, toUInt16(${unsafeSql(String(firstPart))}) AS part, ${scope.mapped(rule.touchpoint)} AS touchpoint, ${scope.mapped(rule.channel)} AS channel,
      ${time} AS time_text, ${readTime(time, rule.time?.format ?? 'iso', zone)} AS read_time ${from}`
  }
  const list = rule.each.map((entry, index) => {
    const kept = [scope.kept(entry.touchpoint), scope.kept(entry.channel)].filter((test) => test !== undefined)
    const time = scope.value(entry.time.value)
    const shown = kept.length === 0 ? time : sql`if(${joinSql(kept, ' AND ')}, ${time}, '')`
    return sql`tuple(toUInt16(${unsafeSql(String(firstPart + index))}), ${scope.mapped(entry.touchpoint)}, ${scope.mapped(entry.channel ?? rule.channel)}, ${shown}, ${readTime(time, entry.time.format, zone)})`
  })
  return sql`SELECT * EXCEPT sighting, sighting.1 AS part, sighting.2 AS touchpoint, sighting.3 AS channel, sighting.4 AS time_text, sighting.5 AS read_time
    FROM (SELECT ${common}, arrayJoin(arrayFilter(s -> s.4 != '', [${joinSql(list, ', ')}])) AS sighting ${from})`
}

function scaleOf(rule: EventRule): Scale | undefined {
  if (!rule.score) return undefined
  const scale = parseScale(rule.score.scale)
  if (!scale.ok) throw new EventStoreError('bad_question', scale.error)
  return scale.value
}

const normalised = (scale: Scale): Sql => sql`2 * (score - ${float(scale.worst)}) / ${float(scale.best - scale.worst)} - 1`

function problemOf(scale: Scale | undefined): Sql {
  const code = (name: keyof typeof problemCode): Sql => unsafeSql(`toUInt8(${problemCode[name]})`)
  const scored = scale
    ? sql`score_text != '' AND isNull(score), ${code('score')},
        score_text != '' AND (score < ${float(Math.min(scale.worst, scale.best))} OR score > ${float(Math.max(scale.worst, scale.best))} OR isNaN(score)), ${code('scale')},`
    : nothing
  return sql`multiIf(customer_id = '', ${code('customer')}, touchpoint = '', ${code('touchpoint')}, length(touchpoint) > 500, ${code('touchpointTooLong')}, time_text = '', ${code('timeMissing')},
        isNull(read_time), ${code('time')}, isNull(read_capture), ${code('sequence')}, ${scored} ${code('none')})`
}

function propertiesOf(rule: EventRule, scope: RuleScope): Sql {
  const entries = Object.entries(rule.properties)
  if (entries.length === 0) return sql`CAST(map(), 'Map(LowCardinality(String), String)')`
  const pairs = entries.map(([name, written]) => sql`${text(name)}, ${scope.value(written)}`)
  return sql`CAST(mapFilter((k, v) -> v != '', map(${joinSql(pairs, ', ')})), 'Map(LowCardinality(String), String)')`
}

/** Joined files are looked up by key; of several matching rows the first in the file counts. */
function joinedFiles(rule: EventRule, scope: RuleScope): Sql {
  const joins = rule.join.map((join, index) => {
    const alias = `f${index + 1}`
    const table = scope.table(join.file)
    const keys = Object.entries(join.on)
    const on = keys.map(([left], key) => sql`${joinKey(scope, left)} = ${unsafeSql(`${alias}k${key}`)}`)
    const grouped = keys.map(([, right], key) => sql`${table.column(right) ?? unsafeSql("''")} AS ${unsafeSql(`${alias}k${key}`)}`)
    return sql` LEFT ANY JOIN (SELECT *, ${joinSql(grouped, ', ')} FROM ${table.from} ORDER BY ${unsafeSql(`${alias}_row`)} LIMIT 1 BY ${joinSql(
      keys.map((_, key) => unsafeSql(`${alias}k${key}`)),
      ', ',
    )}) AS ${unsafeSql(alias)} ON ${joinSql(on, ' AND ')}`
  })
  return sql`${scope.own.from} AS f0${joinSql(joins, '')}`
}

function whereOf(rule: EventRule, scope: RuleScope): Sql {
  const tests = rule.when.map((test) => testOf(test, scope))
  if (!rule.each) tests.push(...[scope.kept(rule.touchpoint)].filter((test) => test !== undefined))
  tests.push(...[scope.kept(rule.channel)].filter((test) => test !== undefined))
  return tests.length === 0 ? nothing : sql` WHERE ${joinSql(tests, ' AND ')}`
}

function testOf(test: RowTest, scope: RuleScope): Sql {
  const value = scope.value(test.value)
  switch (test.operator) {
    case '=':
      return sql`${value} = ${text(test.than ?? '')}`
    case '!=':
      return sql`${value} != ${text(test.than ?? '')}`
    case 'present':
      return sql`${value} != ''`
    case 'missing':
      return sql`${value} = ''`
  }
}

function rawRows({ rule, files }: RuleInput): Sql {
  const file = files[rule.from]!
  const columns = file.columns.slice(0, 500)
  const own = fileRows(file, 'f0', columns)
  const list = columns.map((name) => sql`${text(name)}, substring(${own.column(name) ?? sql`''`}, 1, 10000)`)
  return sql`SELECT f0_row AS row, CAST(map(${joinSql(list, ', ')}), 'Map(String, String)') AS raw FROM ${own.from}`
}
