import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { Refused, WrongUsage } from './failure.ts'

/** How files are to be read, as typed. */
export interface InputOptions {
  readonly recipe?: string
  readonly columns?: string
  readonly timezone?: string
  readonly dates?: string
  readonly source?: string
  readonly allowRefused?: boolean
  readonly data?: string
}

/** What the use cases take. */
export interface InputChoice {
  readonly recipe?: string
  readonly columns?: string
  readonly timezone?: string
  readonly dates?: 'day-first' | 'month-first'
}

export function addInputOptions(command: Command): Command {
  return command
    .option('--recipe <file>', 'how the files become events (YAML)')
    .option(
      '--columns <list>',
      'which column holds what: customer=…,touchpoint=…,time=…[,channel=…][,account=…][,role=…][,score=…][,text=…]',
    )
    .option('--timezone <zone>', 'time zone of times that carry none, such as Europe/Berlin (default: UTC)')
    .option('--dates <order>', 'how to read dates such as 01/02/2025: day-first or month-first')
    .option('--source <name>', 'what to call the system the data comes from (default: the file names)')
    .option('--allow-refused', 'exit with 0 although rows were refused')
}

/** Reads the recipe's file and checks what can be checked before any work. */
export async function readInputChoice(options: InputOptions): Promise<InputChoice> {
  if (options.recipe !== undefined && options.columns !== undefined)
    throw new WrongUsage('Give --recipe or --columns, not both: a recipe names the columns itself.')
  return {
    ...(options.recipe !== undefined && { recipe: await readText(options.recipe) }),
    ...(options.columns !== undefined && { columns: options.columns }),
    ...(options.timezone !== undefined && { timezone: checkedZone(options.timezone) }),
    ...(options.dates !== undefined && { dates: checkedDates(options.dates) }),
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT')
      throw new Refused(`${path}: there is no such recipe. Check the path, or leave --recipe out and let Wend work it out.`)
    if (code === 'EISDIR') throw new Refused(`${path}: is a folder. Name the recipe file inside it.`)
    throw new Refused(`${path}: the recipe cannot be read (${String(code ?? error)}).`)
  }
}

function checkedZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone
  } catch {
    throw new WrongUsage(`--timezone: "${zone}" is no time zone. Write one such as Europe/Berlin, America/New_York or UTC.`)
  }
}

function checkedDates(order: string): 'day-first' | 'month-first' {
  if (order !== 'day-first' && order !== 'month-first') throw new WrongUsage(`--dates: write day-first or month-first, not "${order}".`)
  return order
}
