import type { z } from 'zod'
import { didYouMean } from './nearest-names.ts'
import { fieldPath, type RecipeProblem } from './recipe-problem.ts'

type Issue = z.core.$ZodIssue
type LineOf = (path: readonly PropertyKey[]) => number | null

/** What the schema found, in words that say what to write instead. */
export function explainIssues(issues: readonly Issue[], lineOf: LineOf, base: readonly PropertyKey[] = []): readonly RecipeProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'invalid_union') {
      const branch = likeliestBranch(issue.errors)
      if (branch) return explainIssues(branch, lineOf, path)
    }
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, lineOf))
    return [{ line: lineOf(path), field: fieldPath(path), message: messageFor(issue, path) }]
  })
}

/** Of a union's alternatives, the one whose shape fits: its complaint lies deeper than "not an object". */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find(
    (issues) => issues.length > 0 && issues.every((issue) => !(issue.code === 'invalid_type' && issue.path.length === 0)),
  )
}

function unknownKey(key: string, path: readonly PropertyKey[], lineOf: LineOf): RecipeProblem {
  const known = keysAt(path)
  const hint = didYouMean(key, known)
  return {
    line: lineOf([...path, key]),
    field: fieldPath([...path, key]),
    message: `is no field here: ${hint === '' ? `use one of ${known.join(', ')}` : hint}`,
  }
}

function messageFor(issue: Issue, path: readonly PropertyKey[]): string {
  const absent = issue.input === undefined
  switch (issue.code) {
    case 'invalid_type':
      if (absent) return 'is missing: add it'
      if (issue.input === null) return 'is empty: write a value or leave the line out'
      return `should be ${kindNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      if (absent && path[0] === 'wend') return 'is missing: the recipe starts with "wend: recipe/1"'
      return `${absent ? 'is missing' : `${JSON.stringify(issue.input)} is not known`}: use ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return absent ? 'is missing: add it' : `should be ${shapeAt(path)}`
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message
    default:
      return issue.message
  }
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'a set of fields',
  record: 'a set of fields',
  array: 'a list (each entry starts with "- ")',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a whole number',
}

const shapes: Readonly<Record<string, string>> = {
  time: 'a text such as "{created_at}", or value and format',
  properties: 'a list of column names, or "name: {column}" lines',
  touchpoint: 'a text such as "{page}", or value, map and otherwise',
  channel: 'a text such as "{page}", or value, map and otherwise',
}

const shapeAt = (path: readonly PropertyKey[]): string => {
  const name = String(path.at(-1))
  return (Object.hasOwn(shapes, name) && shapes[name]) || 'a text or a set of fields'
}

/** The fields that exist at a place of a recipe. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const names = path.filter((key) => typeof key !== 'number').map(String)
  if (names.length === 0) return fields.recipe
  if (names[0] === 'files') return fields.file
  const last = names.at(-1) ?? ''
  if (last === 'events') return fields.rule
  return Object.hasOwn(fields, last) ? fields[last as keyof typeof fields] : fields.mapped
}

const fields = {
  recipe: ['wend', 'name', 'timezone', 'nulls', 'files', 'events'],
  file: ['match', 'format', 'delimiter', 'skipRows'],
  rule: [
    'from',
    'join',
    'when',
    'customer',
    'account',
    'role',
    'channel',
    'touchpoint',
    'time',
    'each',
    'score',
    'text',
    'survey',
    'link',
    'sequence',
    'id',
    'properties',
  ],
  join: ['file', 'on'],
  when: ['value', 'operator', 'than'],
  time: ['value', 'format'],
  each: ['touchpoint', 'time', 'channel'],
  score: ['value', 'scale'],
  mapped: ['value', 'map', 'otherwise'],
} as const satisfies Readonly<Record<string, readonly string[]>>
