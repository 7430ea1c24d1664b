import { err, ok, type Result } from '../journey/result.ts'
import { readFileMeaning, type FileReading } from './file-reading.ts'
import { commonWords, nameWords } from './humanise-header.ts'
import { reachableFiles } from './infer-joins.ts'
import { inferRule } from './infer-rule.ts'
import { inferOcel, isOcelFile } from './ocel/infer-ocel.ts'
import { cellOf, type InferredRecipe, type RecipeQuestion, type SampledFile } from './inference.ts'
import { placeholder } from './placeholders.ts'
import { columnList } from './recipe-from-columns.ts'
import type { RecipeProblem } from './recipe-problem.ts'
import { aliasesOf } from './recipe-texts.ts'
import type { EventRule, Recipe, RecipeFile } from './recipe.ts'

/**
 * A recipe for files nobody has described: who, what and when are found by the names of columns and by their values; files
 * are joined over the keys they share. What the values do not settle becomes a question. No text is ever guessed to mean
 * "missing". Problems say what was looked for in vain.
 */
export function inferRecipe(files: readonly SampledFile[]): Result<InferredRecipe, readonly RecipeProblem[]> {
  const [only] = files
  if (only && files.length === 1 && isOcelFile(only)) return inferOcel(only)
  const names = files.map((file) => file.name)
  const aliases = makeAliases(names)
  const readings = files.map((file, i) => readFileMeaning(file, aliases[i] ?? 'events', names))
  const makers = new Set(readings.filter((reading) => makesEvents(reading)))
  const notes: string[] = []
  const questions: RecipeQuestion[] = []
  const events: EventRule[] = []
  for (const reading of makers) {
    const inferred = inferRule(reading, reachableFiles(reading, readings), { makers, field: `events[${events.length}]` })
    if (!inferred) continue
    events.push(...(reading.tool === 'Segment' ? segmentRules(inferred.rule, reading) : [namedApart(inferred.rule, reading)]))
    notes.push(...inferred.notes)
    questions.push(...inferred.questions)
  }
  if (events.length === 0) return err(files.map((file, i) => ({ line: null, field: '', message: nothingFound(file, readings[i]) })))
  const used = new Set(events.flatMap(aliasesOf))
  const unused = readings.filter((reading) => !used.has(reading.alias))
  notes.push(...unused.map((reading) => `${reading.file.name} is not used: it tells of no event and no key leads to it`))
  const recipe: Recipe = {
    wend: 'recipe/1',
    name: 'Recipe',
    timezone: 'UTC',
    nulls: [],
    files: Object.fromEntries(
      readings.filter((reading) => used.has(reading.alias)).map((reading) => [reading.alias, fileRule(reading, files.length)]),
    ),
    events,
  }
  return ok({ recipe, notes, questions: onePerCode(questions) })
}

const makesEvents = (reading: FileReading): boolean =>
  (reading.touchpoint !== undefined && reading.time !== undefined) || reading.moments.length > 0

function fileRule({ file, skipRows }: FileReading, count: number): RecipeFile {
  return { match: count === 1 ? '*' : file.name, ...(skipRows > 0 ? { skipRows } : {}) }
}

const callKinds: ReadonlySet<string> = new Set(['track', 'page', 'screen', 'identify', 'group', 'alias'])

/** Some trackers write the kind of call as the event, and its name apart. */
function namedApart(rule: EventRule, { file }: FileReading): EventRule {
  const kindsOnly = file.rows.length > 0 && file.rows.every((row) => callKinds.has(cellOf(row, 'event')) && cellOf(row, 'name') !== '')
  if (rule.touchpoint !== '{event}' || !kindsOnly) return rule
  const { name: _, ...properties } = rule.properties
  return { ...rule, touchpoint: placeholder('name'), properties }
}

/** Segment's page calls carry a name where track calls carry an event. */
function segmentRules(rule: EventRule, { file }: FileReading): readonly EventRule[] {
  if (rule.touchpoint !== '{event}' || !file.columns.includes('name')) return [rule]
  const { name: _, ...properties } = rule.properties
  const noName = { ...rule, properties }
  return [
    { ...noName, when: [{ value: '{event}', operator: 'present' }] },
    {
      ...noName,
      when: [
        { value: '{event}', operator: 'missing' },
        { value: '{name}', operator: 'present' },
      ],
      touchpoint: placeholder('name'),
    },
  ]
}

/** One time-zone question for all files; the others stay apart. */
function onePerCode(questions: readonly RecipeQuestion[]): readonly RecipeQuestion[] {
  return questions.filter(
    (question, i) => question.code !== 'time-zone' || questions.findIndex((other) => other.code === 'time-zone') === i,
  )
}

/** Short names for files: what tells their names apart, as identifiers. */
function makeAliases(names: readonly string[]): readonly string[] {
  if (names.length === 1) return ['events']
  const common = commonWords(names)
  const taken = new Set<string>()
  return names.map((name) => {
    const words = nameWords(name).filter((word) => !common.includes(word) && !/^(?:data|dataset|export|csv|jsonl|tsv|json|gz)$/.test(word))
    const base =
      words
        .join('_')
        .replace(/[^\p{L}\p{N}_]/gu, '')
        .replace(/^\d/, 'f$&') || 'file'
    let alias = base
    for (let n = 2; taken.has(alias); n++) alias = `${base}_${n}`
    taken.add(alias)
    return alias
  })
}

function nothingFound(file: SampledFile, reading: FileReading | undefined): string {
  const missing = [
    reading?.moments.length === 0 ? 'a time' : '',
    reading?.touchpoint === undefined && reading?.moments.length === 0 ? 'a touchpoint' : '',
    'a customer',
  ].filter((word) => word !== '')
  return `${file.name}: found no column for ${reading?.moments.length === 0 ? missing.slice(0, 2).join(' and ') : missing.at(-1)}. Say it with customer=COLUMN,touchpoint=COLUMN,time=COLUMN or a recipe; the columns are ${columnList(file.columns)}`
}
