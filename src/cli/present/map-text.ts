import { formatCount, formatDuration, formatPeriod, formatRate, plural } from './numbers.ts'
import type { Look } from '../context.ts'
import type { JourneyMap } from '../map-output.ts'
import { plain } from './plain.ts'
import { drawTable, strong } from './table.ts'

export interface MapTextOptions {
  readonly files: readonly string[]
  /** Id under which it was kept in the data directory. */
  readonly kept: string | null
  readonly look: Look
}

/** What a map says, on one screen. */
export function mapText(map: JourneyMap, { files, kept, look }: MapTextOptions): string {
  const { basis } = map
  const table = drawTable(
    [
      { title: 'stage', value: (stage) => stage.name },
      { title: 'journeys', right: true, value: (stage) => (stage.numbers ? formatCount(stage.numbers.journeys) : '–') },
      { title: 'reach', right: true, value: (stage) => (stage.numbers ? formatRate(stage.numbers.reach) : '–') },
      { title: 'exit rate', right: true, value: (stage) => (stage.numbers ? formatRate(stage.numbers.exitRate) : '–') },
      { title: 'time p50', right: true, value: (stage) => formatDuration(stage.numbers?.p50Time ?? null) },
      { title: 'touchpoints', value: (stage) => stage.steps.flatMap((step) => step.touchpoints).join(', ') },
    ],
    map.stages,
    look,
  )
  const pains = map.cards.flatMap(({ body }) => (body.kind === 'pain-point' ? [body] : [])).slice(0, 5)
  return [
    strong(plain(map.title), look),
    ...(basis
      ? [
          plain(
            `${plural(basis.journeys, 'journey')} of ${plural(basis.customers, 'customer')}, ${plural(basis.events, 'event')}, ${formatPeriod(basis.from, basis.to)}`,
          ),
        ]
      : []),
    '',
    table,
    ...(pains.length > 0 ? ['Pain points', ...pains.map((pain) => plain(`  ${pain.title}: ${pain.detail}`)), ''] : []),
    ...(basis?.notes ?? []).map((note) => plain(`Note: ${note}`)),
    ...files.map((file) => `Written to ${file}`),
    ...(kept === null ? [] : [`Kept in the data directory as map ${kept}`]),
    '',
  ].join('\n')
}
