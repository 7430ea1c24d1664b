import type { ColumnProfile } from './column-profile.ts'
import { columnNames, namedColumns, rankOf } from './column-names.ts'
import { isActivity, type FileReading } from './file-reading.ts'
import { humaniseHeader } from './humanise-header.ts'
import type { Reachable } from './infer-joins.ts'
import type { RecipeQuestion } from './inference.ts'
import { placeholder } from './placeholders.ts'
import { maxProperties, timeNotes, timeQuestions } from './recipe-from-columns.ts'
import type { EventRule, Join, TimeRule, WideEvent } from './recipe.ts'

export interface InferredRule {
  readonly rule: EventRule
  readonly notes: readonly string[]
  readonly questions: readonly RecipeQuestion[]
}

/** The events in one file, or undefined when its rows tell of none (no time, or nobody they happened to). `makers` are the files that make events themselves: they lend a customer, not properties. */
export function inferRule(reading: FileReading, reachable: readonly Reachable[], { makers, field }: { readonly makers: ReadonlySet<FileReading>; readonly field: string }): InferredRule | undefined {
  const customer = findCustomer(reading, reachable)
  const what = whatHappens(reading)
  if (!customer || !what) return undefined
  const used = new Set([...what.used, customer.column])
  const own = ownFields(reading, used)
  const lookups = reachable.filter(({ reading: other, joins }) => !makers.has(other) && joins.length <= 2 && joins.every((join) => ![...makers].some((maker) => maker.alias === join.file)))
  const keys = new Set([...lookups, ...(customer.from ? [customer.from] : [])].flatMap(({ joins }) => joins.flatMap((join) => Object.keys(join.on))))
  const properties = findProperties({ ...reading, profiles: reading.profiles.filter(({ name }) => !keys.has(name)) }, lookups, used)
  const joins = joinsFor([...(customer.from ? [customer.from] : []), ...properties.from])
  const inFile = { file: reading.file.name, field }
  const questions = what.times.flatMap((profile) => (profile.time ? timeQuestions({ ...inFile, column: profile.name, field: reading.moments.length > 1 && what.times.length > 1 ? `${field}.each` : `${field}.time` }, profile.time) : []))
  if (customer.weak) questions.push({ code: 'customer', file: reading.file.name, field: `${field}.customer`, text: `Which column of ${reading.file.name} says which customer it was? None is named so; "${customer.column.name}" is assumed.`, choices: reading.profiles.slice(0, 50).map(({ name }) => name) })
  if (reading.score && !reading.score.sure) questions.push({ code: 'scale', file: reading.file.name, field: `${field}.score.scale`, text: `On which scale is "${reading.score.column.name}" in ${reading.file.name}? ${reading.score.scale} is assumed.`, choices: ['nps', 'stars', 'csat', 'ces', reading.score.scale] })
  const rule: EventRule = { from: reading.alias, join: joins, when: what.when, customer: placeholder(customer.column.name, customer.from?.reading.alias), ...own, ...what.fields, properties: properties.values }
  return { rule, notes: [...what.notes, ...what.times.flatMap((profile) => (profile.time ? timeNotes(profile.name, profile.time) : [])), ...properties.notes], questions }
}

interface Customer {
  readonly column: ColumnProfile
  /** The joined file that has it; absent: the file itself. */
  readonly from?: Reachable
  /** Nothing but an id of something else. */
  readonly weak: boolean
}

/** The best-named customer column of the file or of one it leads to; a column that is mostly empty is passed over if another is not. */
function findCustomer(reading: FileReading, reachable: readonly Reachable[]): Customer | undefined {
  const candidates = [{ reading, joins: [] as readonly Join[] }, ...reachable].flatMap((place) =>
    namedColumns(place.reading.profiles, columnNames.customer)
      .filter((column) => column.values.length > 0)
      .map((column) => ({ column, place, rank: rankOf(column.words, columnNames.customer) + (column.filled < 0.5 ? 100 : 0) + (place.reading === reading ? 0 : 0.25) })),
  )
  const best = candidates.sort((a, b) => a.rank - b.rank)[0]
  if (best) {
    const weak = rankOf(best.column.words, columnNames.customer) >= columnNames.customer.indexOf('response id')
    return { column: best.column, weak, ...(best.place.reading === reading ? {} : { from: best.place }) }
  }
  const id = reading.profiles.find((column) => column.words === 'id' || (reading.tool === 'Typeform' && column.name === '#'))
  return id && { column: id, weak: true }
}

interface Happening {
  readonly fields: Pick<EventRule, 'touchpoint' | 'time' | 'each' | 'survey' | 'score'>
  readonly when: EventRule['when']
  readonly used: readonly ColumnProfile[]
  readonly times: readonly ColumnProfile[]
  readonly notes: readonly string[]
}

const timeRule = (column: ColumnProfile): TimeRule => ({ value: placeholder(column.name), format: column.time?.format ?? 'iso' })

function whatHappens(reading: FileReading): Happening | undefined {
  const { touchpoint, time, moments, score, file } = reading
  const scored = score ? { score: { value: placeholder(score.column.name), scale: score.scale } } : {}
  const scoreUsed = score ? [score.column] : []
  if (touchpoint && time) {
    const note = `${file.name}: an event log; touchpoint from "${touchpoint.name}", time from "${time.name}"`
    return { fields: { touchpoint: placeholder(touchpoint.name), time: timeRule(time), ...scored, survey: false }, when: [], used: [touchpoint, time, ...scoreUsed], times: [time], notes: [note] }
  }
  if (score || reading.tool) {
    const answered = time ?? moments[0]
    if (!answered) return undefined
    const preview = reading.tool === 'Qualtrics' && file.columns.includes('Status')
    return {
      fields: { touchpoint: reading.entity, time: timeRule(answered), ...scored, survey: true },
      when: preview ? [{ value: placeholder('Status'), operator: '!=', than: 'Survey Preview' }] : [],
      used: [answered, ...scoreUsed],
      times: [answered],
      notes: [`${file.name}: ${reading.tool ?? 'survey'} answers${score ? `; scores from "${score.column.name}" on the scale ${score.scale}` : ''}, time from "${answered.name}"`],
    }
  }
  if (moments.length >= 2) {
    const each: readonly WideEvent[] = moments.map((column) => ({ touchpoint: momentName(column, reading.entity), time: timeRule(column) }))
    return { fields: { each, survey: false }, when: [], used: moments, times: moments, notes: [`${file.name}: wide rows; one event for each of ${moments.map(({ name }) => `"${name}"`).join(', ')}`] }
  }
  const only = moments[0]
  if (!only) return undefined
  return { fields: { touchpoint: momentName(only, reading.entity), time: timeRule(only), survey: false }, when: [], used: [only], times: [only], notes: [`${file.name}: every row is the event "${momentName(only, reading.entity)}"`] }
}

/** "Created at" says too little alone: "Ticket created". A header that names nothing but a time gives way to what the row is. */
function momentName(column: ColumnProfile, entity: string): string {
  const name = humaniseHeader(column.name)
  if (isActivity(entity) || /^(?:date|time|timestamp|datetime|event|when|ts)$/i.test(name)) return entity
  return name.includes(' ') && !/^(?:initially|first|start|end|activity) /i.test(name) ? name : `${entity} ${name.toLowerCase()}`
}

type OwnField = 'account' | 'role' | 'channel' | 'text' | 'link' | 'sequence' | 'id'

/** The optional fields that have a column of their own; each column taken is added to `used`. */
function ownFields(reading: FileReading, used: Set<ColumnProfile>): Pick<EventRule, OwnField> {
  const take = (names: readonly string[], fits: (column: ColumnProfile) => boolean): string | undefined => {
    const column = namedColumns(reading.profiles, names).find((candidate) => !used.has(candidate) && candidate.values.length > 0 && fits(candidate))
    if (column) used.add(column)
    return column && placeholder(column.name)
  }
  const isLog = reading.touchpoint !== undefined || reading.score !== undefined || reading.tool !== undefined
  const sequence = isLog ? take(columnNames.sequence, (column) => column.values.every((value) => /^\d+$/.test(value))) : undefined
  const id = isLog ? eventId(reading, used) : undefined
  const channel = take(columnNames.channel, (column) => new Set(column.values).size <= 200 && column.meanLength <= 60)
  const account = take(columnNames.account, () => true)
  const role = take(columnNames.role, (column) => column.distinct < 0.9 || column.values.length < 20)
  const link = take(columnNames.link, () => true)
  const text = reading.text && !used.has(reading.text) ? placeholder(reading.text.name) : undefined
  if (reading.text) used.add(reading.text)
  const fields = { account, role, channel, text, link, sequence, id }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** A column of message ids, different in every row. Short ones ("17") are unique within their customer at best, so both are put together. */
function eventId(reading: FileReading, used: Set<ColumnProfile>): string | undefined {
  const plainId = reading.profiles.filter((candidate) => candidate.words === 'id' && candidate.meanLength >= 16)
  const column = [...namedColumns(reading.profiles, columnNames.id), ...plainId].find((candidate) => !used.has(candidate) && candidate.distinct === 1 && candidate.filled === 1)
  if (!column) return undefined
  const customer = [...used].find((candidate) => rankOf(candidate.words, columnNames.customer) >= 0)
  used.add(column)
  return column.meanLength >= 12 || !customer || customer === column ? placeholder(column.name) : `${placeholder(customer.name)} ${placeholder(column.name)}`
}

interface Properties {
  readonly values: Readonly<Record<string, string>>
  readonly from: readonly Reachable[]
  readonly notes: readonly string[]
}

/** Remaining columns with values, the file's own first, then those of files looked up (without their ids), at most 50. */
function findProperties(reading: FileReading, lookups: readonly Reachable[], used: ReadonlySet<ColumnProfile>): Properties {
  const values: Record<string, string> = {}
  const from = new Set<Reachable>()
  let left = 0
  const add = (column: ColumnProfile, place?: Reachable): void => {
    if (Object.hasOwn(values, column.name) || column.values.length === 0) return
    if (Object.keys(values).length >= maxProperties) return void left++
    values[column.name] = placeholder(column.name, place?.reading.alias)
    if (place) from.add(place)
  }
  for (const column of reading.profiles) if (!used.has(column)) add(column)
  for (const place of lookups) for (const column of place.reading.profiles) if (!/(?:^| )(?:id|key|uuid)$/.test(column.words)) add(column, place)
  const notes = left > 0 ? [`${reading.file.name}: ${left} columns beyond the first ${maxProperties} were left out of the properties; name the ones you need`] : []
  return { values, from: [...from], notes }
}

/** The joins of several ways, each once, in an order in which each can be made. */
function joinsFor(places: readonly Reachable[]): readonly Join[] {
  const joins: Join[] = []
  for (const place of places) for (const join of place.joins) if (!joins.some(({ file }) => file === join.file)) joins.push(join)
  return joins
}
