import type { Command } from 'commander'
import { basename } from 'node:path'
import { exportFormats } from '../../contract/maps.ts'
import type { CommandContext } from '../context.ts'
import { addDefinitionOptions } from '../definition-options.ts'
import { addInputOptions } from '../input-options.ts'
import { outputOf, writeMap, type JourneyMap, type Output } from '../map-output.ts'
import { openInput, type EventsInput, type OpenedInput } from '../open-input.ts'
import { printJson } from '../present/json.ts'
import { mapText } from '../present/map-text.ts'
import type { CommandEntry } from './entry.ts'

interface DiscoverOptions extends EventsInput {
  readonly template?: string
  readonly title?: string
  readonly out: readonly string[]
  readonly json?: boolean
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export const discoverCommand: CommandEntry = {
  describe: (program) =>
    addDefinitionOptions(
      addInputOptions(program.command('discover').argument('[file...]', 'files to read; none: the data directory'))
        .option('--template <name>', 'stages of a template (`wend templates` lists them); default: worked out from the order of events')
        .option('--title <text>', 'title of the map')
        .option(
          '--out <file>',
          `where to write it; the extension decides: ${exportFormats.map((format) => `.${format}`).join(' ')}; - prints JSON (again for more)`,
          collect,
          [],
        ),
    )
      .summary('compute a journey map from files or from a data directory')
      .description(
        'Computes a journey map: stages, steps, touchpoints, how many people, how long, where they leave, how they feel, in whose words. Needs no server.',
      )
      .option('--data <dir>', 'the data directory, where no file is named; the map is kept there too')
      .option('--json', 'print what was made as one JSON object')
      .addHelpText('after', help),
  run: (command, context) => discover(command, context),
}

async function discover(command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<DiscoverOptions>()
  const title = options.title ?? titleFrom(command.args)
  const asked = options.out.map(outputOf)
  if (options.template !== undefined) (await import('../../app/list-templates.ts')).findTemplate(options.template)
  const input = await openInput(context, command.args, options)
  let map: JourneyMap
  let kept: string | null = null
  try {
    const { discoverFiles } = await import('../../app/files-discover.ts')
    const { signal } = context
    map = await discoverFiles(input, {
      definition: input.definition,
      title,
      template: options.template,
      signal,
      progress: context.progress.report,
    })
    kept = await keep(input, map)
  } finally {
    context.progress.stop()
    await input.close()
  }
  const outputs = asked.length > 0 ? asked : [await usualOutput(map)]
  for (const output of outputs) await writeMap(context, map, output)
  const files = outputs.filter(({ path }) => path !== '-').map(({ path }) => path)
  if (outputs.some(({ path }) => path === '-')) return
  if (options.json === true)
    return await printJson(context, {
      title: map.title,
      summary: map.summary,
      stages: map.stages.map(({ name }) => name),
      cards: map.cards.length,
      hash: map.basis?.hash ?? null,
      map: kept,
      files,
    })
  await context.out(mapText(map, { files, kept, look: context.look }))
}

async function keep(input: OpenedInput, map: JourneyMap): Promise<string | null> {
  if (!input.wend) return null
  const { saveMap } = await import('../../app/maps.ts')
  const { localOwner } = await import('../../app/actor.ts')
  return (await saveMap(localOwner, input.wend, map)).id
}

async function usualOutput(map: JourneyMap): Promise<Output> {
  const { mapFileName } = await import('../../app/files-map-name.ts')
  return { path: mapFileName(map, 'html'), format: 'html' }
}

/** "olist_orders-2018.csv" as "Olist orders 2018"; several files have no name in common. */
function titleFrom(paths: readonly string[]): string {
  const [only, ...others] = paths
  if (only === undefined || others.length > 0) return 'Customer journey'
  const words = basename(only)
    .replace(/(\.(csv|tsv|jsonl?|ndjson|parquet|xes|gz|txt))+$/i, '')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim()
  return words === '' ? 'Customer journey' : words.charAt(0).toUpperCase() + words.slice(1)
}

const help = `
Examples
  wend discover orders.csv
  wend discover log.xes --out map.html --out map.png
  wend discover events.csv --columns customer=user_id,touchpoint=event,time=at,channel=medium,score=nps,text=comment
  wend discover orders.csv reviews.csv --recipe shop.yaml --template ecommerce --goal "Order delivered" --out shop.svg
  wend discover crm.csv --unit account --goal "Deal won" --gap 90d --still-open 30d
  wend discover --data ~/.wend --title "Buying with us"
`
