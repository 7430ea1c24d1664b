import type { Asked } from '../../journey/question.ts'
import { int, ints, nothing, sql, texts } from '../engine/sql.ts'
import { selectJourneys, type QuestionContext, type Selected } from './context.ts'

/** Channels of a workspace and the small integers that stand for them while a question runs; 0 is an event without one. */
export interface ChannelDictionary {
  readonly nameOf: (id: number) => string
  /** 0 for no channel, −1 where no event has this one. */
  readonly idOf: (name: string) => number
}

/** Journeys with `channels`, the channel of each event by its number; with `scored`, only those with feedback. */
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
  const ids = new Map(names.map((name, index) => [name, index + 1]))
  const { from } = await selectJourneys(context, asked, { parts: scored ? ['channels', 'feedback'] : ['channels'] })
  const numbers = sql`arrayMap(c -> transform(c, ${texts(['', ...names])}, CAST(${ints([0, ...ids.values()])}, 'Array(UInt16)'), toUInt16(0)), channels)`
  return {
    selected: {
      from: sql`(SELECT * REPLACE (${numbers} AS channels) FROM ${from}${scored ? sql` WHERE notEmpty(feedback_place)` : nothing})`,
    },
    dictionary: { nameOf: (id) => names[id - 1] ?? '', idOf: (name) => (name === '' ? 0 : (ids.get(name) ?? -1)) },
  }
}
