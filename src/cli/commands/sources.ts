import { formatCount, formatPeriod, plural } from '../present/numbers.ts'
import type { CommandContext } from '../context.ts'
import { withData } from '../data-option.ts'
import { printJson } from '../present/json.ts'
import { drawTable, faint } from '../present/table.ts'
import type { CommandEntry } from './entry.ts'

interface SourcesOptions {
  readonly data?: string
  readonly json?: boolean
}

export const sourcesCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('sources')
      .summary('list the systems that events came from')
      .description('Lists the systems that the events of a data directory came from.')
      .option('--data <dir>', 'the data directory')
      .option('--json', 'print one JSON object {total, rows}; times in milliseconds')
      .addHelpText('after', '\nExamples\n  wend sources\n  wend sources --data ./shop-data --json\n'),
  run: (command, context) => sources(command.opts(), context),
}

async function sources(options: SourcesOptions, context: CommandContext): Promise<void> {
  const [{ localOwner }, { listSources }] = await Promise.all([import('../../app/actor.ts'), import('../../app/list-sources.ts')])
  const found = await withData(context, { data: options.data }, (wend) => listSources(localOwner, wend, { limit: 100_000, offset: 0 }))
  if (options.json === true) return await printJson(context, found)
  if (found.total === 0) return await context.out('There are no events yet. Store some with `wend import FILE`.\n')
  const table = drawTable(
    [
      { title: 'source', value: (row) => row.name },
      { title: 'imports', right: true, value: (row) => formatCount(row.imports) },
      { title: 'events', right: true, value: (row) => formatCount(row.events) },
      { title: 'customers', right: true, value: (row) => formatCount(row.customers) },
      { title: 'period (UTC)', value: (row) => formatPeriod(row.from, row.to) },
    ],
    found.rows,
    context.look,
  )
  const events = found.rows.reduce((sum, row) => sum + row.events, 0)
  await context.out(`${table}\n${faint(`${plural(found.total, 'source')}, ${plural(events, 'event')}`, context.look)}\n`)
}
