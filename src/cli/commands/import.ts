import type { Command } from 'commander'
import type { Wend } from '../../app/wend.ts'
import type { CommandContext } from '../context.ts'
import { withData } from '../data-option.ts'
import { WrongUsage } from '../failure.ts'
import { addInputOptions, readInputChoice, type InputOptions } from '../input-options.ts'
import { writeResult } from '../map-output.ts'
import { parseWhole } from '../parse/whole-number.ts'
import { reportText, tellRefused } from '../present/import-report.ts'
import { printJson } from '../present/json.ts'
import { previewText } from '../present/preview-text.ts'
import { tellRefreshed } from '../refresh-maps.ts'
import { waitForJob } from '../wait-for-job.ts'
import type { CommandEntry } from './entry.ts'

interface ImportOptions extends InputOptions {
  readonly dryRun?: boolean
  readonly writeRecipe?: string
  readonly replay?: string
  readonly json?: boolean
}

export const importCommand: CommandEntry = {
  describe: (program) =>
    addInputOptions(program.command('import').argument('[file...]', 'CSV, TSV, JSON lines, Parquet or XES, plain or gzipped'))
      .summary('store files in a data directory')
      .description(
        'Stores the events of files. How they become events is worked out, or said with --columns or --recipe. Rows read = stored + refused + duplicates; refused rows are kept with file, line and reason. The same file again adds nothing.',
      )
      .option('--dry-run', 'show the recipe and the first events; store nothing')
      .option('--write-recipe <file>', 'write the recipe that was used, to keep or to mend')
      .option('--replay <import>', 'import the rows that an earlier import refused, with a mended --recipe')
      .option('--data <dir>', 'the data directory')
      .option('--json', 'print the reconciliation as one JSON object')
      .addHelpText('after', help),
  run: (command, context) => run(command, context),
}

async function run(command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<ImportOptions>()
  const paths = command.args
  if (options.replay !== undefined) return await replay(context, paths, options)
  if (paths.length === 0) throw new WrongUsage('import: name at least one file, such as `wend import orders.csv`.')
  if (options.dryRun === true) return await preview(context, paths, options)
  const choice = await readInputChoice(options)
  await withData(context, { data: options.data, make: true }, async (wend) => {
    const [{ localOwner }, { importPaths }, { refreshAfterImport }] = await Promise.all([
      import('../../app/actor.ts'),
      import('../../app/files-import.ts'),
      import('../../app/refresh-map.ts'),
    ])
    const { signal, progress } = context
    const { report, recipe, questions } = await importPaths(localOwner, wend, {
      ...choice,
      paths,
      source: options.source,
      signal,
      progress: progress.report,
    })
    progress.stop()
    for (const question of questions) context.say(`Note: ${question}`)
    await keepRecipe(context, options.writeRecipe, recipe)
    if (options.json === true) await printJson(context, report)
    else await context.out(reportText(report))
    tellRefused(context, report, { allowed: options.allowRefused === true, list: report.number })
    await tellRefreshed(context, wend, (await refreshAfterImport(localOwner, wend))?.id)
  })
}

async function preview(context: CommandContext, paths: readonly string[], options: ImportOptions): Promise<void> {
  const choice = await readInputChoice(options)
  const { previewPaths } = await import('../../app/files-preview.ts')
  const { signal, progress } = context
  const found = await previewPaths({
    ...choice,
    paths,
    memory: (await context.environment()).engineMemory,
    shown: 20,
    signal,
    progress: progress.report,
  })
  progress.stop()
  await keepRecipe(context, options.writeRecipe, found.recipe)
  if (options.json === true) return await printJson(context, found)
  await context.out(previewText(found, context.look))
}

async function replay(context: CommandContext, paths: readonly string[], options: ImportOptions): Promise<void> {
  if (paths.length > 0) throw new WrongUsage('--replay reads the rows that were kept; leave the files out.')
  const number = parseWhole(options.replay ?? '', '--replay', { least: 1, most: 2_147_483_647 })
  const choice = await readInputChoice(options)
  await withData(context, { data: options.data }, async (wend) => {
    const report = await replayed(context, wend, { number, recipe: choice.recipe })
    if (options.json === true) await printJson(context, report)
    else await context.out(reportText(report))
    tellRefused(context, report, { allowed: options.allowRefused === true, list: report.number })
  })
}

async function replayed(
  context: CommandContext,
  wend: Wend,
  { number, recipe }: { readonly number: number; readonly recipe: string | undefined },
) {
  const [{ localOwner }, { replayRefused }, { getImport }] = await Promise.all([
    import('../../app/actor.ts'),
    import('../../app/replay-refused.ts'),
    import('../../app/list-imports.ts'),
  ])
  const before = await getImport(localOwner, wend, number)
  const job = await replayRefused(localOwner, wend, { number, recipe: recipe ?? before.recipe })
  const result = await waitForJob(context, wend, job.id)
  await tellRefreshed(context, wend, result.refresh)
  return (await getImport(localOwner, wend, result.import ?? number)).report
}

async function keepRecipe(context: CommandContext, path: string | undefined, recipe: string): Promise<void> {
  if (path === undefined) return
  if (path === '-') return await context.out(recipe)
  await writeResult(path, recipe)
  context.say(`The recipe is in ${path}.`)
}

const help = `
Examples
  wend import orders.csv --dry-run
  wend import log.csv --columns customer=case_id,touchpoint=activity,time=timestamp --source "Help desk"
  wend import orders.csv items.csv customers.csv --recipe shop.yaml --source Shop
  wend import orders.csv --dry-run --write-recipe shop.yaml
  wend import --replay 3 --recipe mended.yaml
`
