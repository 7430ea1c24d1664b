import { formatCount, formatDate, plural } from './numbers.ts'
import type { MapSummary } from '../../contract/maps.ts'
import type { Look } from '../context.ts'
import { drawTable, faint } from './table.ts'

/** The maps of a data directory, last changed first. */
export function mapListText(maps: readonly MapSummary[], look: Look): string {
  if (maps.length === 0) return 'There are no maps yet. Make one with `wend discover`.\n'
  const table = drawTable(
    [
      { title: 'map', value: (map) => map.id },
      { title: 'title', value: (map) => map.title },
      { title: 'stages', right: true, value: (map) => formatCount(map.stages) },
      { title: 'cards', right: true, value: (map) => formatCount(map.cards) },
      { title: 'journeys', right: true, value: (map) => (map.journeys === null ? '–' : formatCount(map.journeys)) },
      { title: 'changed', value: (map) => formatDate(map.changedAt) },
    ],
    maps,
    look,
  )
  return `${table}\n${faint(plural(maps.length, 'map'), look)}\n`
}
