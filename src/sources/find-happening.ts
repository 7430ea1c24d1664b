import type { ColumnProfile } from './column-profile.ts'
import { isActivity, type FileReading } from './file-reading.ts'
import { humaniseHeader } from './humanise-header.ts'
import { placeholder } from './placeholders.ts'
import type { EventRule, TimeRule, WideEvent } from './recipe.ts'

/** What happens in a file's rows, and when. */
export interface Happening {
  readonly fields: Pick<EventRule, 'touchpoint' | 'time' | 'each' | 'survey' | 'score'>
  readonly when: EventRule['when']
  readonly used: readonly ColumnProfile[]
  readonly times: readonly ColumnProfile[]
  readonly notes: readonly string[]
}

const timeRule = (column: ColumnProfile): TimeRule => ({ value: placeholder(column.name), format: column.time?.format ?? 'iso' })

/** A log, a survey, wide rows or a table of single events, in this order of preference; undefined: none of them. */
export function findHappening(reading: FileReading): Happening | undefined {
  const { touchpoint, time, moments, score, file } = reading
  const scored = score ? { score: { value: placeholder(score.column.name), scale: score.scale } } : {}
  const scoreUsed = score ? [score.column] : []
  if (touchpoint && time) {
    const note = `${file.name}: an event log; touchpoint from "${touchpoint.name}", time from "${time.name}"`
    return {
      fields: { touchpoint: placeholder(touchpoint.name), time: timeRule(time), ...scored, survey: false },
      when: [],
      used: [touchpoint, time, ...scoreUsed],
      times: [time],
      notes: [note],
    }
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
      notes: [
        `${file.name}: ${reading.tool ?? 'survey'} answers${score ? `; scores from "${score.column.name}" on the scale ${score.scale}` : ''}, time from "${answered.name}"`,
      ],
    }
  }
  if (moments.length >= 2) {
    const named = moments.filter(
      (column, i) => moments.findIndex((other) => momentName(other, reading.entity) === momentName(column, reading.entity)) === i,
    )
    const each: readonly WideEvent[] = named.map((column) => ({ touchpoint: momentName(column, reading.entity), time: timeRule(column) }))
    return {
      fields: { each, survey: false },
      when: [],
      used: named,
      times: named,
      notes: [`${file.name}: wide rows; one event for each of ${named.map(({ name }) => `"${name}"`).join(', ')}`],
    }
  }
  const only = moments[0]
  if (!only) return undefined
  return {
    fields: { touchpoint: momentName(only, reading.entity), time: timeRule(only), survey: false },
    when: [],
    used: [only],
    times: [only],
    notes: [`${file.name}: every row is the event "${momentName(only, reading.entity)}"`],
  }
}

/** "Created at" says too little alone: "Ticket created". A header that names nothing but a time gives way to what the row is. */
function momentName(column: ColumnProfile, entity: string): string {
  const name = humaniseHeader(column.name)
  if (isActivity(entity) || /^(?:date|time|timestamp|datetime|event|when|ts)$/i.test(name)) return entity
  return name.includes(' ') && !/^(?:initially|first|start|end|activity) /i.test(name) ? name : `${entity} ${name.toLowerCase()}`
}
