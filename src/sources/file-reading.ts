import { profileColumns, type ColumnProfile } from './column-profile.ts'
import { columnNames, isLoaderColumn, namedColumns } from './column-names.ts'
import { entityOf } from './humanise-header.ts'
import { inferScale } from './infer-scale.ts'
import { cellOf, type SampledFile } from './inference.ts'

/** What a file's columns mean, as far as its own names and values tell. */
export interface FileReading {
  readonly file: SampledFile
  readonly alias: string
  /** What a row is: "Order review". */
  readonly entity: string
  readonly skipRows: number
  readonly profiles: readonly ColumnProfile[]
  readonly touchpoint: ColumnProfile | undefined
  /** Columns of times at which something happened, in file order; the one to use for a single event is `time`. */
  readonly moments: readonly ColumnProfile[]
  readonly time: ColumnProfile | undefined
  readonly score: { readonly column: ColumnProfile; readonly scale: string; readonly sure: boolean } | undefined
  readonly text: ColumnProfile | undefined
  /** A survey's own form: rows about the questions stand under the header. */
  readonly tool: 'Qualtrics' | 'SurveyMonkey' | 'Typeform' | 'Segment' | undefined
}

export function readFileMeaning(file: SampledFile, alias: string, allNames: readonly string[]): FileReading {
  const { tool, skipRows } = recogniseTool(file)
  const labels = skipRows > 0 ? (file.rows[0] ?? {}) : {}
  const profiles = profileColumns({ ...file, rows: file.rows.slice(skipRows) }).filter((profile) => !isLoaderColumn(profile.words))
  const entity = entityFor(entityOf(file.name, allNames), tool, profiles)
  const found = profiles.filter(isMoment)
  const activity = isActivity(entity)
  const best = namedColumns(found, columnNames.time)[0]
  const moments = activity && best ? [best] : found
  const time = namedColumns(moments, columnNames.time)[0] ?? (moments.length === 1 ? moments[0] : undefined)
  const score = findScore(profiles, labels)
  const strong = namedColumns(
    profiles.filter((p) => p.values.length > 0 && p.time === undefined),
    columnNames.touchpoint,
  )[0]
  const single = moments.length === 1 && !score && tool === undefined
  const kinds = activity ? columnNames.activityKind : profiles.some((p) => p.words === 'id' && p.distinct === 1) ? [] : columnNames.state
  const weak = single ? namedColumns(profiles, kinds).find(isCategory) : undefined
  return {
    file,
    alias,
    entity,
    skipRows,
    profiles,
    touchpoint: tool === undefined || tool === 'Segment' ? (strong ?? weak) : undefined,
    moments,
    time,
    score,
    text: findText(profiles, score?.column, labels),
    tool,
  }
}

function recogniseTool(file: SampledFile): { readonly tool: FileReading['tool']; readonly skipRows: number } {
  const has = (...names: readonly string[]): boolean => names.every((name) => file.columns.includes(name))
  const importIds = file.rows.slice(0, 3).findIndex((row) => Object.values(row).some((value) => value.startsWith('{"ImportId"')))
  if (importIds >= 0) return { tool: 'Qualtrics', skipRows: importIds + 1 }
  if (has('Respondent ID', 'Collector ID')) return { tool: 'SurveyMonkey', skipRows: file.rows[0]?.['Respondent ID'] === '' ? 1 : 0 }
  if (has('#', 'Submit Date (UTC)')) return { tool: 'Typeform', skipRows: 0 }
  return { tool: has('type', 'messageId', 'timestamp') ? 'Segment' : undefined, skipRows: 0 }
}

/** Where the file's name tells nothing, its columns may. */
function entityFor(named: string, tool: FileReading['tool'], profiles: readonly ColumnProfile[]): string {
  if (tool !== undefined && tool !== 'Segment')
    return /survey|nps|csat|\bces\b|feedback|review|response|form\b/i.test(named) ? named : 'Survey answer'
  if (named !== '') return named
  return entityColumns.find(({ pattern }) => profiles.some(({ words }) => pattern.test(words)))?.entity ?? 'Event'
}

const entityColumns: readonly { readonly pattern: RegExp; readonly entity: string }[] = [
  { pattern: /^requester|ticket/, entity: 'Ticket' },
  { pattern: /^deal|dealname|dealstage/, entity: 'Deal' },
  { pattern: /^opportunity|^stage name$/, entity: 'Opportunity' },
  { pattern: /^order/, entity: 'Order' },
]

/** A call, a mail, a task: one row, one event, however many times it notes. */
export const isActivity = (entity: string): boolean =>
  /\b(?:event|task|call|meeting|email|mail|response|visit|engagement|note|submission|activity|interaction|click|open|chat)$/i.test(entity)

/** Times that say what is planned, counted, or when a record was last touched are no moments of a journey. */
const noMoment =
  /\b(?:estimat\w*|expected|due|limit|deadline|planned|birth\w*|dob|synced|updat\w*|modif\w*|last|latest|expir\w*|scheduled|target|valid|viewed|start of|fiscal|reminder|recurrence|forecast|received at|sent at|inserted at|processed|upload|first conversion|obsoleted by|caused by|sent by|case start\w*|case end\w*)\b/

function isMoment(profile: ColumnProfile): boolean {
  return (
    profile.time !== undefined &&
    !noMoment.test(profile.words) &&
    !profile.values.every((value) => value.startsWith('9999') || value.startsWith('2050-01-01'))
  )
}

const isCategory = (profile: ColumnProfile): boolean =>
  profile.values.length > 0 && profile.filled >= 0.9 && new Set(profile.values).size <= 100 && profile.meanLength <= 60

const scoreNames = /\b(?:nps|csat|ces|rating|score|stars?|satisf\w*|recommend|recommendation|effort)\b/
const noScore = /\b(?:lead|probability|risk|credit|health|group|scoring|id|count|comment|reason|date|time)\b/

function findScore(profiles: readonly ColumnProfile[], labels: Readonly<Record<string, string>>): FileReading['score'] {
  const names = new Set(profiles.map(({ name }) => name))
  for (const column of profiles) {
    const label = `${column.words} ${cellOf(labels, column.name).toLowerCase()}${names.has(`${column.name}_NPS_GROUP`) ? ' nps' : ''}`
    if (!scoreNames.test(label) || noScore.test(column.words) || !column.numeric) continue
    const found = inferScale(label, column.values)
    if (found) return { column, ...found }
  }
  return undefined
}

const textNames =
  /\b(?:comments?|feedback|verbatim|message|remark|open ended|response text|review text|review body|reason|why|what|answer|opinion|body|description|text|content)\b/

/** The column with the customer's words: named so, mostly different values, long for a label. */
function findText(
  profiles: readonly ColumnProfile[],
  score: ColumnProfile | undefined,
  labels: Readonly<Record<string, string>>,
): ColumnProfile | undefined {
  const fitting = profiles.filter(
    (p) =>
      p !== score &&
      !p.numeric &&
      p.time === undefined &&
      textNames.test(`${p.words} ${cellOf(labels, p.name).toLowerCase()}`) &&
      !/\b(?:id|url|subject|title|type|name)\b/.test(p.words),
  )
  const long = fitting.filter((p) => p.meanLength >= 12 && p.distinct >= 0.3)
  return [...long].sort((a, b) => b.meanLength - a.meanLength)[0]
}
