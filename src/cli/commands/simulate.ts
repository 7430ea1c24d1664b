import type { Command } from 'commander'
import type { PresetName } from '../../app/files-simulate.ts'
import { formatCount, formatNumber, formatRate, plural } from '../present/numbers.ts'
import type { CommandContext } from '../context.ts'
import { WrongUsage } from '../failure.ts'
import { parseMoment } from '../parse/moment.ts'
import { parseWhole } from '../parse/whole-number.ts'
import { printJson } from '../present/json.ts'
import type { CommandEntry } from './entry.ts'

interface SimulateOptions {
  readonly out: string
  readonly customers?: string
  readonly events?: string
  readonly seed: string
  readonly from: string
  readonly days: string
  readonly planted: boolean
  readonly listCustomers?: boolean
  readonly overwrite?: boolean
  readonly json?: boolean
}

const presets: readonly PresetName[] = ['shop', 'software']
const most = 1_000_000_000_000

export const simulateCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('simulate')
      .argument('<preset>', 'shop (B2C online shop) or software (B2B, accounts with several people)')
      .summary('write the files of a made-up company whose truth is known')
      .description(
        'Writes files shaped like real exports (web analytics, CRM, tickets, surveys), the recipe that reads them, and truth.json: what was planted and what came of it. The same seed gives the same bytes.',
      )
      .requiredOption('--out <dir>', 'an empty or new folder')
      .option('--customers <number>', 'people, such as 5000 or 2M (default: 5000)')
      .option('--events <number>', 'about so many events, instead of --customers')
      .option('--seed <number>', 'another seed, another company', '1')
      .option('--from <date>', 'the first day', '2025-01-01')
      .option('--days <number>', 'days simulated', '365')
      .option('--nothing-planted', 'no pain points, delights or change')
      .option('--list-customers', 'also write truth-customers.jsonl')
      .option('--overwrite', 'write into a folder that holds something already')
      .option('--json', 'print what was made as one JSON object')
      .addHelpText('after', help),
  run: (command, context) => run(command, context),
}

async function run(command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<SimulateOptions & { readonly nothingPlanted?: boolean }>()
  const preset = presets.find((one) => one === command.args[0])
  if (!preset) throw new WrongUsage(`simulate: there is no preset "${command.args[0] ?? ''}". Use ${presets.join(' or ')}.`)
  if (options.customers !== undefined && options.events !== undefined) throw new WrongUsage('Give --customers or --events, not both.')
  const { simulateFiles } = await import('../../app/files-simulate.ts')
  const { truth, files } = await simulateFiles({
    preset,
    directory: options.out,
    ...(options.customers !== undefined && { customers: parseWhole(options.customers, '--customers', { least: 1, most }) }),
    ...(options.events !== undefined && { events: parseWhole(options.events, '--events', { least: 1, most }) }),
    seed: parseWhole(options.seed, '--seed', { least: 0, most: Number.MAX_SAFE_INTEGER }),
    from: parseMoment(options.from, '--from').start,
    days: parseWhole(options.days, '--days', { least: 1, most: 36_500 }),
    planted: options.nothingPlanted !== true,
    listCustomers: options.listCustomers === true,
    overwrite: options.overwrite === true,
    signal: context.signal,
    progress: context.progress.report,
  })
  context.progress.stop()
  if (options.json === true)
    return await printJson(context, { directory: options.out, preset, company: truth.company, ...truth.totals, goal: truth.goal, files })
  const { totals, goal } = truth
  const reading = `wend discover ${options.out}/*.csv ${options.out}/*.jsonl --recipe ${options.out}/recipe.yaml --goal "${goal.touchpoint}"`
  await context.out(
    [
      `${truth.company} (${preset}): ${plural(totals.events, 'event')} of ${plural(totals.customers, 'customer')}${totals.accounts > 0 ? ` in ${plural(totals.accounts, 'account')}` : ''}`,
      `  ${formatRate(goal.reached / Math.max(1, goal.journeys))} reach "${goal.touchpoint}" (${formatCount(goal.reached)} of ${plural(goal.journeys, goal.unit)})`,
      `  planted: ${truth.planted ? `${plural(truth.pains.length, 'pain point')}, ${plural(truth.delights.length, 'delight')}${truth.change ? ', one change' : ''}` : 'nothing'}`,
      ...files.map(({ name, bytes }) => `  ${options.out}/${name}  ${formatBytes(bytes)}`),
      'Next:',
      `  ${reading}${goal.unit === 'account' ? ' --unit account' : ''}`,
      '',
    ].join('\n'),
  )
}

const formatBytes = (bytes: number): string => (bytes < 1e6 ? `${formatNumber(bytes / 1000, 1)} kB` : `${formatNumber(bytes / 1e6, 1)} MB`)

const help = `
Examples
  wend simulate shop --out /tmp/shop
  wend simulate software --out /tmp/software --customers 20k --seed 7
  wend simulate shop --out /tmp/big --events 100M
`
