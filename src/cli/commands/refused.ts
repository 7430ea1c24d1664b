import type { Command } from 'commander'
import { plural } from '../present/numbers.ts'
import type { CommandContext } from '../context.ts'
import { withData } from '../data-option.ts'
import { parseLimit, parseWhole } from '../parse/whole-number.ts'
import { printJson } from '../present/json.ts'
import { drawTable, faint } from '../present/table.ts'
import type { CommandEntry } from './entry.ts'

interface RefusedOptions {
  readonly data?: string
  readonly limit?: string
  readonly csv?: boolean
  readonly json?: boolean
}

export const refusedCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('refused')
      .argument('<import>', 'number of the import')
      .summary('list the rows that an import refused')
      .description(
        'Lists the rows that an import refused, each with file, line, field and reason. Mend the recipe and replay them with `wend import --replay`, or mend the CSV and import it.',
      )
      .option('--limit <rows>', 'rows at the most, or all (default: 25 in a table, 1000 with --json)')
      .option('--csv', 'print all of them as CSV: their own columns, then where each stood and why it was refused')
      .option('--data <dir>', 'the data directory')
      .option('--json', 'print one JSON object {total, rows}')
      .addHelpText('after', '\nExamples\n  wend refused 3\n  wend refused 3 --csv > to-mend.csv\n'),
  run: (command, context) => refused(command, context),
}

async function refused(command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<RefusedOptions>()
  const number = parseWhole(command.args[0] ?? '', 'refused', { least: 1, most: 2_147_483_647 })
  const limit = parseLimit(options.limit ?? (options.json === true ? '1000' : '25'))
  const { localOwner } = await import('../../app/actor.ts')
  await withData(context, { data: options.data }, async (wend) => {
    if (options.csv === true) {
      const { refusedCsv } = await import('../../app/refused-csv.ts')
      for await (const line of await refusedCsv(localOwner, wend, number)) {
        context.signal.throwIfAborted()
        await context.out(line)
      }
      return
    }
    const { listRefused } = await import('../../app/list-refused.ts')
    const found = await listRefused(localOwner, wend, { number, page: { limit: limit === 'all' ? 1_000_000_000 : limit, offset: 0 } })
    if (options.json === true) return await printJson(context, found)
    if (found.total === 0) return await context.out(`Import ${number} refused no rows.\n`)
    const table = drawTable(
      [
        { title: 'file', value: (row) => row.file },
        { title: 'line', right: true, value: (row) => String(row.line) },
        { title: 'field', value: (row) => row.field },
        { title: 'value', value: (row) => row.value },
        { title: 'reason', value: (row) => row.reason },
      ],
      found.rows,
      context.look,
    )
    const shown = found.rows.length < found.total ? `${found.rows.length} of ` : ''
    await context.out(`${table}\n${faint(`${shown}${plural(found.total, 'refused row')}`, context.look)}\n`)
  })
}
