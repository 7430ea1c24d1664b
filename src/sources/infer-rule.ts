import type { ColumnProfile } from './column-profile.ts'
import type { FileReading } from './file-reading.ts'
import { findCustomer, type FoundCustomer } from './find-customer.ts'
import { findProperties } from './find-properties.ts'
import { joinsFor, type Reachable } from './infer-joins.ts'
import { findHappening } from './find-happening.ts'
import type { RecipeQuestion } from './inference.ts'
import { findOwnFields } from './find-own-fields.ts'
import { placeholder } from './placeholders.ts'
import { timeNotes, timeQuestions } from './recipe-from-columns.ts'
import type { EventRule } from './recipe.ts'

export interface InferredRule {
  readonly rule: EventRule
  readonly notes: readonly string[]
  readonly questions: readonly RecipeQuestion[]
}

/** The events in one file, or undefined when its rows tell of none (no time, or nobody they happened to). `makers` are the files that make events themselves: they lend a customer, not properties. */
export function inferRule(
  reading: FileReading,
  reachable: readonly Reachable[],
  { makers, field }: { readonly makers: ReadonlySet<FileReading>; readonly field: string },
): InferredRule | undefined {
  const customer = findCustomer(reading, reachable)
  const what = findHappening(reading)
  if (!customer || !what) return undefined
  const used = new Set([
    ...what.used,
    reading.profiles.find(({ name }) => !customer.from && name === customer.column.name) ?? customer.column,
  ])
  const own = findOwnFields(reading, used)
  const lookups = reachable.filter(
    ({ reading: other, joins }) =>
      !makers.has(other) && joins.length <= 2 && joins.every((join) => ![...makers].some((maker) => maker.alias === join.file)),
  )
  const keys = new Set(
    [...lookups, ...(customer.from ? [customer.from] : [])].flatMap(({ joins }) => joins.flatMap((join) => Object.keys(join.on))),
  )
  const properties = findProperties({ ...reading, profiles: reading.profiles.filter(({ name }) => !keys.has(name)) }, lookups, used)
  const joins = joinsFor([...(customer.from ? [customer.from] : []), ...properties.from])
  const rule: EventRule = {
    from: reading.alias,
    join: joins,
    when: what.when,
    customer: placeholder(customer.column.name, customer.from?.reading.alias),
    ...own,
    ...what.fields,
    properties: properties.values,
  }
  return {
    rule,
    notes: [
      ...what.notes,
      ...what.times.flatMap((profile) => (profile.time ? timeNotes(profile.name, profile.time) : [])),
      ...properties.notes,
    ],
    questions: questionsAbout(reading, { customer, times: what.times, field }),
  }
}

interface Doubtful {
  readonly customer: FoundCustomer
  readonly times: readonly ColumnProfile[]
  readonly field: string
}

function questionsAbout({ file, profiles, score }: FileReading, { customer, times, field }: Doubtful): readonly RecipeQuestion[] {
  const place = times.length > 1 ? `${field}.each` : `${field}.time`
  const questions = times.flatMap(({ name, time }) => (time ? timeQuestions({ file: file.name, column: name, field: place }, time) : []))
  if (customer.weak) {
    const text = `Which column of ${file.name} says which customer it was? None is named so; "${customer.column.name}" is assumed.`
    questions.push({
      code: 'customer',
      file: file.name,
      field: `${field}.customer`,
      text,
      choices: profiles.slice(0, 50).map(({ name }) => name),
    })
  }
  if (score && !score.sure) {
    const text = `On which scale is "${score.column.name}" in ${file.name}? ${score.scale} is assumed.`
    questions.push({
      code: 'scale',
      file: file.name,
      field: `${field}.score.scale`,
      text,
      choices: ['nps', 'stars', 'csat', 'ces', score.scale],
    })
  }
  return questions
}
