import { err, ok, type Result } from '../journey/result.ts'
import { hasLostNa } from './lost-na.ts'
import { inferScale } from './infer-scale.ts'
import { inferTime, type TimeReading } from './infer-time.ts'
import { cellOf, type InferredRecipe, type RecipeQuestion, type SampledFile } from './inference.ts'
import { didYouMean, listOf } from './nearest-names.ts'
import { placeholder } from './placeholders.ts'
import type { RecipeProblem } from './recipe-problem.ts'
import type { EventRule, Recipe } from './recipe.ts'

export const columnRoles = [
  'customer',
  'touchpoint',
  'time',
  'channel',
  'account',
  'role',
  'score',
  'text',
  'link',
  'id',
  'sequence',
] as const
export type ColumnRole = (typeof columnRoles)[number]
/** Which column plays which part. */
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, string>>>

/** Reads `customer=case_id,touchpoint=activity,time=timestamp`; a column's name may hold commas and equal signs. */
export function parseColumns(text: string): Result<ColumnMapping, string> {
  const mapping: Partial<Record<ColumnRole, string>> = {}
  const pieces = text.split(new RegExp(`,(?=\\s*(?:${columnRoles.join('|')})\\s*=)`))
  for (const piece of pieces) {
    const [, role = '', column = ''] = /^\s*([^=]*?)\s*=(.*)$/s.exec(piece) ?? []
    const known = columnRoles.find((name) => name === role)
    if (known === undefined)
      return err(
        `"${piece.trim()}" names no part of an event: write customer=COLUMN,touchpoint=COLUMN,time=COLUMN and, if you like, ${columnRoles.slice(3).join(', ')}`,
      )
    if (column === '') return err(`"${role}=" names no column`)
    if (mapping[known] !== undefined) return err(`"${role}" is named twice`)
    mapping[known] = column
  }
  return ok(mapping)
}

/**
 * A recipe for one file from named columns. Time format and score scale are read off the values; the other columns
 * become properties (50 at the most). Problems name the missing column and those with like names.
 */
export function recipeFromColumns(mapping: ColumnMapping, file: SampledFile): Result<InferredRecipe, readonly RecipeProblem[]> {
  const problems = checkMapping(mapping, file)
  if (problems.length > 0) return err(problems)
  const notes: string[] = []
  const questions: RecipeQuestion[] = []
  const time = columnTime(mapping.time ?? '', file)
  if (!time) return err([{ line: null, field: 'time', message: noTime(mapping.time ?? '', file) }])
  notes.push(...timeNotes(mapping.time ?? '', time))
  questions.push(...timeQuestions({ column: mapping.time ?? '', file: file.name, field: 'events[0].time' }, time))
  const score = scoreRule(mapping.score, file, { notes, questions })
  if (!score.ok) return err([score.error])
  const used = new Set(Object.values(mapping))
  const rest = file.columns.filter((column) => !used.has(column))
  if (rest.length > maxProperties)
    notes.push(
      `${rest.length - maxProperties} of ${rest.length} other columns were left out of the properties: name the ones you need in a recipe`,
    )
  const lostNa = hasLostNa(file.rows.map((row) => cellOf(row, mapping.customer ?? '')))
  if (lostNa)
    notes.push(
      `empty cells of "${mapping.customer}" are read as the id NA, which is missing between MA and OA: exports from statistics programs lose it`,
    )
  const text = (role: ColumnRole): Record<string, string> => (mapping[role] === undefined ? {} : { [role]: placeholder(mapping[role]) })
  const rule: EventRule = {
    from: 'events',
    join: [],
    when: [],
    customer: placeholder(mapping.customer ?? ''),
    ...(lostNa && { customerIfEmpty: 'NA' }),
    touchpoint: placeholder(mapping.touchpoint ?? ''),
    time: { value: placeholder(mapping.time ?? ''), format: time.format },
    ...text('account'),
    ...text('role'),
    ...text('channel'),
    ...score.value,
    ...text('text'),
    ...text('link'),
    ...text('sequence'),
    ...text('id'),
    survey: false,
    properties: Object.fromEntries(rest.slice(0, maxProperties).map((column) => [column, placeholder(column)])),
  }
  const recipe: Recipe = { wend: 'recipe/1', name: 'Recipe', timezone: 'UTC', nulls: [], files: { events: { match: '*' } }, events: [rule] }
  return ok({ recipe, notes, questions })
}

/** Columns beyond the named ones that become properties. */
export const maxProperties = 50

function checkMapping(mapping: ColumnMapping, file: SampledFile): readonly RecipeProblem[] {
  const absent = (['customer', 'touchpoint', 'time'] as const).filter((role) => mapping[role] === undefined)
  const problems: RecipeProblem[] = absent.map((role) => ({
    line: null,
    field: role,
    message: `no column is named for it: add ${role}=COLUMN. The columns are ${columnList(file.columns)}`,
  }))
  if (file.columns.length === 0) return problems
  for (const role of columnRoles) {
    const column = mapping[role]
    if (column !== undefined && !file.columns.includes(column))
      problems.push({ line: null, field: role, message: missingColumn(column, file) })
  }
  return problems
}

/** "orders.csv has no column "custmer": did you mean ...?" */
export function missingColumn(column: string, file: Pick<SampledFile, 'name' | 'columns'>): string {
  const hint = didYouMean(column, file.columns)
  return `${file.name} has no column "${column}": ${hint === '' ? `its columns are ${columnList(file.columns)}` : hint}`
}

export function columnList(columns: readonly string[]): string {
  const shown = columns.slice(0, 12).map((column) => `"${column}"`)
  return columns.length > shown.length ? `${shown.join(', ')} and ${columns.length - shown.length} more` : listOf(shown)
}

/**
 * How a column's times are written; a column that is named as the time may hold unix numbers, and values that are no
 * times: those rows are refused one by one later. A sample without any value is taken as `iso`.
 */
export function columnTime(column: string, file: SampledFile): TimeReading | undefined {
  const values = file.rows.map((row) => cellOf(row, column)).filter((value) => value.trim() !== '')
  if (values.length === 0) return { format: 'iso', ambiguous: false, zoneless: false, dateOnly: false }
  return inferTime(values, { numbersToo: true }) ?? inferTime(mostAlike(values), { numbersToo: true })
}

/** The values written in the form that most of them have. */
function mostAlike(values: readonly string[]): readonly string[] {
  const forms = Map.groupBy(values, (value) => inferTime([value], { numbersToo: true })?.format)
  forms.delete(undefined)
  const sizes = [...forms.values()]
  return sizes.reduce<readonly string[]>((most, group) => (group.length > most.length ? group : most), [])
}

function noTime(column: string, file: SampledFile): string {
  const example = file.rows.map((row) => cellOf(row, column)).find((value) => value.trim() !== '') ?? ''
  return `column "${column}" of ${file.name} holds no times that can be read (for example "${example.slice(0, 60)}"): name another column, or write a recipe`
}

export function timeNotes(column: string, time: TimeReading): readonly string[] {
  const notes = time.format === 'iso' ? [] : [`times in "${column}" are read as ${time.format}`]
  return time.dateOnly ? [...notes, `"${column}" holds dates without a time of day: events of one day keep the order of the file`] : notes
}

export function timeQuestions(
  { column, file, field }: { readonly column: string; readonly file: string; readonly field: string },
  time: TimeReading,
): readonly RecipeQuestion[] {
  const questions: RecipeQuestion[] = []
  if (time.ambiguous) {
    const text = `Does "${column}" in ${file} put the day or the month first? No value tells; ${time.format} is assumed.`
    questions.push({ code: 'day-or-month-first', field: `${field}.format`, file, text, choices: ['day-first', 'month-first'] })
  }
  if (time.zoneless && !time.dateOnly) {
    const text = `In which time zone is "${column}" in ${file} written? It does not say; UTC is assumed.`
    questions.push({ code: 'time-zone', field: 'timezone', file, text, choices: [] })
  }
  return questions
}

interface Findings {
  readonly notes: string[]
  readonly questions: RecipeQuestion[]
}

function scoreRule(
  column: string | undefined,
  file: SampledFile,
  { notes, questions }: Findings,
): Result<Pick<EventRule, 'score'>, RecipeProblem> {
  if (column === undefined) return ok({})
  const values = file.rows.map((row) => cellOf(row, column)).filter((value) => value.trim() !== '')
  const found = values.length === 0 ? { scale: '0..10', sure: false } : inferScale(column, values)
  if (!found)
    return err({
      line: null,
      field: 'score',
      message: `column "${column}" of ${file.name} holds no scores that can be read (numbers up to 100): name another column`,
    })
  notes.push(`scores in "${column}" are read on the scale ${found.scale}`)
  if (!found.sure) {
    const text = `On which scale is "${column}" in ${file.name}? ${found.scale} is assumed.`
    questions.push({
      code: 'scale',
      field: 'events[0].score.scale',
      file: file.name,
      text,
      choices: ['nps', 'stars', 'csat', 'ces', found.scale],
    })
  }
  return ok({ score: { value: placeholder(column), scale: found.scale } })
}
