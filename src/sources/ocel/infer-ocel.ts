import { ok, type Result } from '../../journey/result.ts'
import { columnNames, namedColumns } from '../column-names.ts'
import { plainWords, profileColumns } from '../column-profile.ts'
import { inferTime } from '../infer-time.ts'
import { cellOf, type InferredRecipe, type RecipeQuestion, type SampledFile } from '../inference.ts'
import { placeholder } from '../placeholders.ts'
import { maxProperties, timeNotes, timeQuestions } from '../recipe-from-columns.ts'
import type { RecipeProblem } from '../recipe-problem.ts'
import type { EventRule } from '../recipe.ts'
import { ocelColumns, ofObject, ofType } from './ocel-log.ts'

export const isOcelFile = (file: SampledFile): boolean =>
  [ocelColumns.event, ocelColumns.object, ocelColumns.type].every((column) => file.columns.includes(column))

/**
 * A recipe for an object-centric log: one type of object is the customer, perhaps another the account; the names of the types tell,
 * or else the customer is what most events relate to. Which ones they are is always asked.
 */
export function inferOcel(file: SampledFile): Result<InferredRecipe, readonly RecipeProblem[]> {
  const types = file.columns.filter((column) => column.startsWith(ofType(''))).map((column) => column.slice(ofType('').length))
  if (types.length === 0)
    return {
      ok: false,
      error: [
        {
          line: null,
          field: '',
          message: `${file.name}: no event relates to an object that the log lists, so there is nobody it happened to`,
        },
      ],
    }
  const named = bestNamed(types, customers)
  const customer = named ?? busiest(file, types)
  const account = bestNamed(
    types.filter((type) => type !== customer),
    accounts,
  )
  const time = inferTime(
    file.rows.map((row) => cellOf(row, ocelColumns.time)).filter((text) => text !== ''),
    { numbersToo: true },
  )
  const rules = rulesOf(file, { customer, account, types, format: time?.format ?? 'iso' })
  const where = { column: ocelColumns.time, file: file.name, field: 'events[0].time' }
  const notes = [
    `${file.name}: an object-centric log; the customer is the object type "${customer}"${named === undefined ? ', which the most events relate to' : ''}${account === undefined ? '' : `, the account "${account}"`}`,
    `an event that relates to several objects of the type "${customer}" makes one event for each; one that relates to none of them is not used`,
    'the role is what the relation between event and object says (its qualifier)',
    ...(time ? timeNotes(ocelColumns.time, time) : []),
  ]
  return ok({
    recipe: {
      wend: 'recipe/1',
      name: 'Recipe',
      timezone: 'UTC',
      nulls: [],
      files: { events: { match: '*', format: 'ocel' } },
      events: rules,
    },
    notes,
    questions: [...(time ? timeQuestions(where, time) : []), ...typeQuestions(file.name, { customer, account, types })],
  })
}

interface Chosen {
  readonly customer: string
  readonly account: string | undefined
  readonly types: readonly string[]
}

/** The second rule catches the rows without an object: they are refused for want of a customer, and listed. */
function rulesOf(
  file: SampledFile,
  { customer, account, types, format }: Chosen & { readonly format: NonNullable<EventRule['time']>['format'] },
): readonly EventRule[] {
  const attributes = file.columns.filter((column) => !Object.values<string>(ocelColumns).includes(column) && !column.startsWith(ofType('')))
  const profiles = profileColumns({ ...file, columns: attributes })
  const channel = namedColumns(profiles, columnNames.channel).find((one) => one.values.length > 0 && new Set(one.values).size <= 200)
  const rest = attributes.filter((column) => column !== channel?.name)
  const others = types.filter((type) => type !== customer && type !== account)
  const properties: Record<string, string> = {}
  for (const column of [...rest, ...others.map(ofType)].slice(0, maxProperties)) {
    const plain = column.startsWith(ofObject(''))
      ? column.slice(ofObject('').length)
      : column.startsWith(ofType(''))
        ? column.slice(ofType('').length)
        : column
    properties[Object.hasOwn(properties, plain) || plain === '' ? column : plain] = placeholder(column)
  }
  const base = {
    from: 'events',
    join: [],
    customer: placeholder(ocelColumns.object),
    touchpoint: placeholder(ocelColumns.activity),
    time: { value: placeholder(ocelColumns.time), format },
    survey: false,
  }
  return [
    {
      ...base,
      when: [{ value: placeholder(ocelColumns.type), operator: '=', than: customer }],
      ...(account !== undefined && { account: placeholder(ofType(account)) }),
      role: placeholder(ocelColumns.qualifier),
      ...(channel && { channel: placeholder(channel.name) }),
      properties,
    },
    { ...base, when: [{ value: placeholder(ocelColumns.object), operator: 'missing' }], properties: {} },
  ]
}

function typeQuestions(file: string, { customer, account, types }: Chosen): readonly RecipeQuestion[] {
  if (types.length < 2) return []
  const others = types.filter((type) => type !== customer)
  return [
    {
      code: 'customer',
      file,
      field: 'events[0].when[0].than',
      text: `Which type of object is the customer in ${file}? "${customer}" is assumed.`,
      choices: types.slice(0, 50),
    },
    {
      code: 'account',
      file,
      field: 'events[0].account',
      text: `Which type of object is the account that a customer belongs to in ${file}? ${account === undefined ? 'None' : `"${account}"`} is assumed.`,
      choices: others.slice(0, 50).map((type) => placeholder(ofType(type))),
    },
  ]
}

const customers = [
  'customer',
  'client',
  'consumer',
  'user',
  'person',
  'people',
  'contact',
  'patient',
  'applicant',
  'candidate',
  'student',
  'member',
  'guest',
  'passenger',
  'subscriber',
  'visitor',
  'buyer',
  'lead',
  'citizen',
  'employee',
  'case',
]
const accounts = [
  'account',
  'company',
  'organization',
  'organisation',
  'customer company',
  'business',
  'firm',
  'tenant',
  'household',
  'client',
  'partner',
  'vendor',
  'supplier',
]

function bestNamed(types: readonly string[], words: readonly string[]): string | undefined {
  for (const word of words) {
    const found = types.find((type) => {
      const plain = plainWords(type)
      return plain === word || plain === plural(word) || plain.split(' ').some((one) => one === word || one === plural(word))
    })
    if (found !== undefined) return found
  }
  return undefined
}

const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`)

/** The type that most events of the sample relate to; of equal ones that with fewer objects, then the first. */
function busiest(file: SampledFile, types: readonly string[]): string {
  const counts = types.map((type) => {
    const rows = file.rows.filter((row) => cellOf(row, ocelColumns.type) === type)
    const events = new Set(rows.map((row) => cellOf(row, ocelColumns.event))).size
    return { type, events, objects: new Set(rows.map((row) => cellOf(row, ocelColumns.object))).size }
  })
  const best = counts.reduce((a, b) => (b.events > a.events || (b.events === a.events && b.objects < a.objects) ? b : a))
  return best.type
}
