import { parseText, type TextPart } from '../../sources/placeholders.ts'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { EventRule, Mapped, Recipe } from '../../sources/recipe.ts'
import { joinSql, sql, text, texts, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { fileRows, type FileRows } from './file-rows.ts'

/** The files one rule reads, and how its texts become SQL over their columns. */
export interface RuleScope {
  readonly own: FileRows
  readonly table: (alias: string) => FileRows
  /** SQL of a recipe's text. A text whose columns are all empty is empty. Throws `unknown_column`. */
  readonly value: (written: string | undefined) => Sql
  readonly mapped: (written: Mapped | undefined) => Sql
  /** False for rows whose mapped value is to be left out; undefined when none is. */
  readonly kept: (written: Mapped | undefined) => Sql | undefined
  readonly settings: Readonly<Record<string, string | number>>
}

export function openScope(recipe: Recipe, rule: EventRule, files: Readonly<Record<string, PreparedFile>>): RuleScope {
  const joined = rule.join.map((join) => join.file)
  const used = usedColumns(rule, joined)
  const tables = new Map(
    [rule.from, ...joined].map((alias, index) => [alias, fileRows(fileOf(alias, files), `f${index}`, used.get(alias) ?? [])]),
  )
  const table = (alias: string): FileRows => tables.get(alias) ?? missing(`The recipe joins no file called "${alias}".`)
  const cell = (part: TextPart & { kind: 'column' }): Sql => {
    const alias = part.file ?? rule.from
    const column =
      table(alias).column(part.column) ??
      missing(`${fileOf(alias, files).name} has no column "${part.column}". It has: ${fileOf(alias, files).columns.join(', ')}.`)
    return recipe.nulls.length === 0 ? column : sql`if(has(${texts(recipe.nulls)}, ${column}), '', ${column})`
  }
  const value = (written: string | undefined): Sql => {
    const parts = partsOf(written ?? '', joined)
    if (parts.length === 0) return sql`''`
    const cells = parts.filter((part) => part.kind === 'column').map(cell)
    if (parts.length === 1) return cells[0] ?? sql`${text((parts[0] as { text: string }).text)}`
    const all = sql`concat(${joinSql(
      parts.map((part) => (part.kind === 'column' ? cell(part) : sql`${text(part.text)}`)),
      ', ',
    )})`
    return cells.length === 0 ? all : sql`if(concat('', ${joinSql(cells, ', ')}) = '', '', ${all})`
  }
  return {
    own: table(rule.from),
    table,
    value,
    mapped(written) {
      if (written === undefined || typeof written === 'string') return value(written)
      const found = value(written.value)
      return sql`transform(${found}, ${texts(Object.keys(written.map))}, ${texts(Object.values(written.map))}, ${written.otherwise === 'keep' ? found : sql`''`})`
    },
    kept(written) {
      if (written === undefined || typeof written === 'string' || written.otherwise === 'keep') return undefined
      return sql`has(${texts(Object.keys(written.map))}, ${value(written.value)})`
    },
    settings: Object.assign({}, ...[...tables.values()].map((rows) => rows.settings)) as Record<string, string | number>,
  }
}

function usedColumns(rule: EventRule, joined: readonly string[]): Map<string, string[]> {
  const used = new Map<string, string[]>([[rule.from, []], ...joined.map((alias): [string, string[]] => [alias, []])])
  const note = (alias: string, column: string): void => void used.get(alias)?.push(column)
  for (const written of writtenTexts(rule))
    for (const part of partsOf(written, joined)) if (part.kind === 'column') note(part.file ?? rule.from, part.column)
  for (const join of rule.join)
    for (const [left, right] of Object.entries(join.on)) {
      for (const part of partsOf(`{${left}}`, joined)) if (part.kind === 'column') note(part.file ?? rule.from, part.column)
      note(join.file, right)
    }
  return used
}

function writtenTexts(rule: EventRule): string[] {
  const mapped = (entry: Mapped | undefined): (string | undefined)[] => [typeof entry === 'object' ? entry.value : entry]
  const each = (rule.each ?? []).flatMap((entry) => [...mapped(entry.touchpoint), ...mapped(entry.channel), entry.time.value])
  const list = [rule.customer, rule.account, rule.role, ...mapped(rule.channel), ...mapped(rule.touchpoint), rule.time?.value, ...each]
  list.push(
    rule.score?.value,
    rule.text,
    rule.link,
    rule.sequence,
    rule.id,
    ...Object.values(rule.properties),
    ...rule.when.map((test) => test.value),
  )
  return list.filter((written) => written !== undefined)
}

function partsOf(written: string, aliases: readonly string[]): readonly TextPart[] {
  const parts = parseText(written, aliases)
  return parts.ok ? parts.value : missing(`The recipe's text cannot be read: ${parts.error}`)
}

function fileOf(alias: string, files: Readonly<Record<string, PreparedFile>>): PreparedFile {
  return files[alias] ?? missing(`No file was given for "${alias}" of the recipe.`)
}

function missing(message: string): never {
  throw new EventStoreError('unknown_column', message)
}

/** `left` side of a join: a column of the rule's own file, or `alias.column` of one joined before. */
export const joinKey = (scope: RuleScope, left: string): Sql => scope.value(`{${left}}`)
