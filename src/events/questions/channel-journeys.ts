import type { Asked } from '../../journey/question.ts'
import { int, ints, sql, texts } from '../engine/sql.ts'
import { selectJourneys, type QuestionContext, type Selected } from './context.ts'

/** Channels of a workspace and the small integers that stand for them while a question runs; 0 is an event without one. */
export interface ChannelDictionary {
  readonly nameOf: (id: number) => string
  /** 0 for no channel, −1 where no event has this one. */
  readonly idOf: (name: string) => number
}

/** Journeys with `channels`, the channel of each event by its number. They are built for the question: stored journeys know touchpoints only. */
export async function channelJourneys(
  context: QuestionContext,
  asked: Asked,
  { scored = false }: { readonly scored?: boolean } = {},
): Promise<{ readonly selected: Selected; readonly dictionary: ChannelDictionary }> {
  const { workspace } = context
  const found = await context.query<{ name: string }>(
    sql`SELECT DISTINCT toString(channel) AS name FROM events WHERE workspace = ${int(workspace)} AND channel != '' ORDER BY name LIMIT 65000`,
  )
  const names = found.map(({ name }) => name)
  const numbers = names.map((_, index) => index + 1)
  const columns = [
    {
      name: 'channels',
      expression: sql`transform(channel, ${texts(['', ...names])}, CAST(${ints([0, ...numbers])}, 'Array(UInt16)'), toUInt16(0))`,
    },
    ...(scored ? [{ name: 'normals', expression: sql`ifNull(normal, nan)` }] : []),
  ]
  const unit = sql`${context.definition.unit === 'account' ? sql`account` : sql`customer`}`
  const units = sql` AND ${unit} IN (SELECT ${unit} FROM events WHERE workspace = ${int(workspace)} AND isNotNull(normal))`
  const selected = await selectJourneys(context, asked, { columns, ...(scored && { units }) })
  const ids = new Map(names.map((name, index) => [name, index + 1]))
  return {
    selected,
    dictionary: { nameOf: (id) => names[id - 1] ?? '', idOf: (name) => (name === '' ? 0 : (ids.get(name) ?? -1)) },
  }
}
