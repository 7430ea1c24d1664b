import { isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import { err, ok, type Result } from '../journey/result.ts'
import { explainIssues } from './explain-issue.ts'
import { fieldPath, type RecipeProblem } from './recipe-problem.ts'
import { recipeSchema } from './recipe-schema.ts'
import type { EventRule, Recipe, RecipeFile } from './recipe.ts'

const maxRecipeLength = 1_000_000

/** Reads a recipe and fills its defaults. Every problem names the line, the field and the remedy. */
export function parseRecipe(yaml: string): Result<Recipe, readonly RecipeProblem[]> {
  if (yaml.length > maxRecipeLength)
    return err([{ line: null, field: '', message: 'is longer than a million characters: this is no recipe' }])
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    return err(document.errors.map((e) => ({ line: lines.linePos(e.pos[0]).line, field: '', message: `is not YAML here: ${e.message}` })))
  }
  keepWrittenText(document)
  const content = toValue(document)
  if (!content.ok) return content
  const lineOf = (path: readonly PropertyKey[]): number | null => lineAt(document, lines, path)
  const parsed = recipeSchema.safeParse(content.value, { reportInput: true })
  if (!parsed.success) return err(inOrder(explainIssues(parsed.error.issues, lineOf)))
  const problems: RecipeProblem[] = []
  const recipe = fillIn(parsed.data, (path, message) => problems.push({ line: lineOf(path), field: fieldPath(path), message }))
  return problems.length > 0 ? err(problems) : ok(recipe)
}

const inOrder = (problems: readonly RecipeProblem[]): readonly RecipeProblem[] => problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))

type Written = z.output<typeof recipeSchema>
type Report = (path: readonly PropertyKey[], message: string) => void

/** `1.0`, `007` and `true` are texts here, exactly as typed; only the two fields that are not texts keep their type. */
function keepWrittenText(document: Document): void {
  visit(document, {
    Scalar(key, node, path) {
      const pair = path.at(-1)
      const name = pair && 'key' in pair && isScalar(pair.key) ? pair.key.value : ''
      if ((name === 'survey' && path.length === 6) || (name === 'skipRows' && path.length === 7)) return
      if (key !== 'key' && (typeof node.value === 'number' || typeof node.value === 'boolean') && node.source !== undefined)
        node.value = node.source
    },
  })
}

function toValue(document: Document): Result<unknown, readonly RecipeProblem[]> {
  const refuse = (message: string): Result<unknown, readonly RecipeProblem[]> => err([{ line: null, field: '', message }])
  if (document.contents === null) return refuse('the recipe is empty: it starts with "wend: recipe/1"')
  try {
    return ok(document.toJS({ maxAliasCount: 20 }))
  } catch {
    return refuse('repeats parts of itself too often: write them out instead of using & and *')
  }
}

/** The line of the deepest part of `path` that is written down. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const range = (node as Node | undefined)?.range
    if (range) return lines.linePos(range[0]).line
  }
  return null
}

/** What one field's default owes to another: one file needs neither a glob nor `from`. */
function fillIn(written: Written, report: Report): Recipe {
  const files = written.files ?? { events: {} }
  const aliases = Object.keys(files)
  const only = aliases.length === 1 ? aliases[0] : undefined
  if (aliases.length === 0) report(['files'], 'names no file: write an alias and a glob, such as "orders: orders*.csv"')
  const known = new Set(aliases)
  return {
    wend: written.wend,
    name: written.name,
    timezone: written.timezone,
    nulls: written.nulls,
    files: Object.fromEntries(aliases.map((alias) => [alias, fillFile(alias, files[alias] ?? {}, { only, report })])),
    events: written.events.map((rule, index) => fillRule(rule, index, { only, known, report })),
  }
}

function fillFile(
  alias: string,
  file: NonNullable<Written['files']>[string],
  { only, report }: { readonly only: string | undefined; readonly report: Report },
): RecipeFile {
  if (file.match === undefined && only === undefined)
    report(['files', alias], 'has no match: with several files each needs a glob on its name')
  return { ...file, match: file.match ?? '*' } as RecipeFile
}

interface RuleContext {
  readonly only: string | undefined
  readonly known: ReadonlySet<string>
  readonly report: Report
}

function fillRule(rule: Written['events'][number], index: number, { only, known, report }: RuleContext): EventRule {
  const from = rule.from ?? only ?? ''
  const path = ['events', index]
  const aliases = [...known].join(', ')
  if (from === '') report(path, `does not say which file it reads: add "from:" with one of ${aliases}`)
  else if (!known.has(from)) report([...path, 'from'], `"${from}" is none of the files: use one of ${aliases}`)
  rule.join.forEach((join, i) => {
    if (!known.has(join.file)) report([...path, 'join', i, 'file'], `"${join.file}" is none of the files: use one of ${aliases}`)
    else if (join.file === from)
      report([...path, 'join', i, 'file'], `"${join.file}" is the file that is read: a file cannot be joined to itself`)
    else if (rule.join.findIndex((other) => other.file === join.file) < i)
      report([...path, 'join', i, 'file'], `"${join.file}" is joined twice: give the file a second alias`)
  })
  if (rule.each === undefined) {
    if (rule.touchpoint === undefined) report(path, 'has no touchpoint: add "touchpoint:" with a {column} or a text')
    if (rule.time === undefined) report(path, 'has no time: add "time:" with a {column}')
  } else if (rule.time !== undefined || rule.touchpoint !== undefined) {
    report(
      [...path, rule.time === undefined ? 'touchpoint' : 'time'],
      'stands beside "each", whose entries carry their own: keep one of the two',
    )
  }
  return { ...rule, from } as EventRule
}
