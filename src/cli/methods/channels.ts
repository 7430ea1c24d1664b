import { parseNames } from '../parse/names.ts'
import { parseWhole } from '../parse/whole-number.ts'
import { formatCount, formatDuration, formatRate, formatScore } from '../present/numbers.ts'
import { drawTable, type Column } from '../present/table.ts'
import type { Look } from '../context.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'
import { differenceText, estimateText } from './estimate-text.ts'

type Channels = MethodAnswer<'channels'>
type Outcome = Channels['summary']['places'][number] | Channels['rows'][number]

/** Columns both tables end with. */
const after: readonly Column<Outcome>[] = [
  { title: 'count', value: (row) => formatCount(row.count), right: true },
  { title: 'journeys', value: (row) => formatCount(row.journeys), right: true },
  { title: 'p50', value: (row) => formatDuration(row.p50), right: true },
]
const following: readonly Column<Outcome>[] = [
  { title: 'to support', value: (row) => formatCount(row.support), right: true },
  { title: 'end there', value: (row) => formatCount(row.ended), right: true },
  { title: 'next score −1..+1', value: (row) => (row.meanScore === null ? '–' : formatScore(row.meanScore)), right: true },
]

export const channelsCommand: MethodCommand<'channels'> = {
  describe: 'switches between channels: how often, where, what follows, beside those who stay',
  options: (command) =>
    command
      .option('--places <number>', 'channels: pairs of touchpoints listed (default: 20)')
      .option('--support <names>', 'channels: touchpoints where people come for help, "A,B" (default: by their names)'),
  build: ({ places, support }) => ({
    question: 'channels',
    ...(typeof places === 'string' && { places: parseWhole(places, '--places', { least: 1, most: 1000 }) }),
    ...(typeof support === 'string' && { support: [...parseNames(support, '--support')] }),
  }),
  present: (answer, look) => {
    const { places, count } = answer.summary.otherPlaces
    return [
      'Channels\n',
      channelTable(answer, look),
      '\n\nFrom one channel to another, beside those who stay\n',
      switchTable(answer, look),
      '\n\nWhere people switch\n',
      placeTable(answer, look),
      places > 0 ? `\nOther: ${formatCount(count)} switches at ${formatCount(places)} places` : '',
    ].join('')
  },
}

const channelTable = ({ summary }: Channels, look: Look): string =>
  drawTable(
    [
      { title: 'channel', value: (row) => row.channel || '(none)' },
      { title: 'journeys', value: (row) => formatCount(row.journeys), right: true },
      { title: 'events', value: (row) => formatCount(row.occurrences), right: true },
      { title: 'first', value: (row) => formatCount(row.starts), right: true },
      { title: 'last', value: (row) => formatCount(row.ends), right: true },
      { title: 'time p50', value: (row) => (row.p50Time === null ? '–' : formatDuration(row.p50Time)), right: true },
    ],
    summary.channels,
    look,
  )

const switchTable = ({ rows }: Channels, look: Look): string =>
  drawTable<Channels['rows'][number]>(
    [
      { title: 'from', value: (row) => row.from },
      { title: 'to', value: (row) => row.to },
      ...after,
      { title: 'goal after', value: (row) => estimateText(row.goal), right: true },
      { title: 'goal staying', value: (row) => (row.staying ? formatRate(row.staying.value) : '–'), right: true },
      { title: 'difference', value: (row) => differenceText(row.difference), right: true },
      ...following,
    ],
    rows,
    look,
  )

const placeTable = ({ summary }: Channels, look: Look): string =>
  drawTable<Channels['summary']['places'][number]>(
    [
      { title: 'from', value: (row) => `${row.fromTouchpoint} (${row.from})` },
      { title: 'to', value: (row) => `${row.toTouchpoint} (${row.to})` },
      ...after,
      { title: 'goal after', value: (row) => estimateText(row.goal), right: true },
      ...following,
    ],
    summary.places,
    look,
  )
