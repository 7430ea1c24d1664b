import { parseText } from './placeholders.ts'
import type { PreparedFile } from './prepared-file.ts'
import { missingColumn } from './recipe-from-columns.ts'
import { fieldPath, type RecipeProblem } from './recipe-problem.ts'
import { aliasesOf, textsOf } from './recipe-texts.ts'
import type { EventRule, Recipe } from './recipe.ts'

/** The part of a prepared file that a recipe is checked against. */
export type KnownFile = Pick<PreparedFile, 'name' | 'columns' | 'format' | 'moreColumns'>

/**
 * Whether a recipe fits its files: each alias has a file, each placeholder and join names a column that is there.
 * JSON lines may hold more columns than were seen, so there only what an event cannot do without has to be among them.
 * A Parquet file whose columns nobody has read yet is not checked. Empty: all is well.
 */
export function checkRecipe(recipe: Recipe, files: Readonly<Record<string, KnownFile>>): readonly RecipeProblem[] {
  const absent = Object.entries(recipe.files).filter(([alias]) => !Object.hasOwn(files, alias))
  const problems = absent.map(([alias, { match }]) => problem(['files', alias], `no file is called ${match}: give one, or change "match"`))
  return [...problems, ...recipe.events.flatMap((rule, index) => checkRule(rule, index, files))]
}

function checkRule(rule: EventRule, index: number, files: Readonly<Record<string, KnownFile>>): readonly RecipeProblem[] {
  const aliases = aliasesOf(rule)
  const base = ['events', index]
  const inJoins = rule.join.flatMap((join, i) =>
    Object.entries(join.on).flatMap(([here, there]) => [
      ...checkJoined(here, { rule, files, path: [...base, 'join', i, 'on'] }),
      ...checkColumn({ alias: join.file, column: there, essential: true }, files, [...base, 'join', i, 'on', here]),
    ]),
  )
  const inTexts = textsOf(rule).flatMap(({ path, text, essential }) => {
    const parts = parseText(text, aliases)
    if (!parts.ok) return [problem([...base, ...path], parts.error)]
    return parts.value.flatMap((part) =>
      part.kind === 'text' ? [] : checkColumn({ alias: part.file ?? rule.from, column: part.column, essential }, files, [...base, ...path]),
    )
  })
  return [...inJoins, ...inTexts]
}

interface JoinPlace {
  readonly rule: EventRule
  readonly files: Readonly<Record<string, KnownFile>>
  readonly path: readonly (string | number)[]
}

/** The left side of a join may be a column of the file itself or `alias.column` of one joined before. */
function checkJoined(here: string, { rule, files, path }: JoinPlace): readonly RecipeProblem[] {
  const { alias, column } = joinedColumn(here, rule)
  return checkColumn({ alias, column, essential: true }, files, [...path, here])
}

/** What the left side of a join names: `alias.column` of a joined file, or a column of the rule's own file. */
export function joinedColumn(here: string, rule: EventRule): { readonly alias: string; readonly column: string } {
  const alias = aliasesOf(rule).find((name) => here.startsWith(`${name}.`))
  return alias === undefined ? { alias: rule.from, column: here } : { alias, column: here.slice(alias.length + 1) }
}

interface ColumnUse {
  readonly alias: string
  readonly column: string
  readonly essential: boolean
}

function checkColumn(
  { alias, column, essential }: ColumnUse,
  files: Readonly<Record<string, KnownFile>>,
  path: readonly (string | number)[],
): readonly RecipeProblem[] {
  const file = Object.hasOwn(files, alias) ? files[alias] : undefined
  if (!file || file.columns.includes(column) || (file.format === 'parquet' && file.columns.length === 0)) return []
  if (file.moreColumns && !essential) return []
  return [problem(path, missingColumn(column, file))]
}

const problem = (path: readonly (string | number)[], message: string): RecipeProblem => ({ line: null, field: fieldPath(path), message })
