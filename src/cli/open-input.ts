import type { AskedEvents } from '../app/files-ask.ts'
import type { OpenedFiles } from '../app/files-store.ts'
import type { Wend } from '../app/wend.ts'
import type { CommandContext } from './context.ts'
import { readDefinition, type DefinitionOptions } from './definition-options.ts'
import { Refused, WrongUsage } from './failure.ts'
import { readInputChoice, type InputOptions } from './input-options.ts'
import { tellRefused } from './present/import-report.ts'

export type EventsInput = InputOptions & DefinitionOptions
/** Events to ask, whether of files or of a data directory. */
export type OpenedInput = AskedEvents & {
  readonly close: () => Promise<void>
  readonly files: OpenedFiles | null
  readonly wend: Wend | null
}

/** Reads files into a store of their own, or opens the data directory where no file is named. Tells what was noticed and refused. */
export async function openInput(context: CommandContext, paths: readonly string[], options: EventsInput): Promise<OpenedInput> {
  const definition = readDefinition(options)
  if (paths.length === 0) return openStored(context, options, definition)
  if (options.definition !== undefined)
    throw new WrongUsage('--definition names one of the data directory; with files use --start, --goal, --gap and --unit.')
  const choice = await readInputChoice(options)
  const { openFiles } = await import('../app/files-store.ts')
  const { signal, progress, environment } = context
  const files = await openFiles({
    ...choice,
    paths,
    source: options.source,
    memory: (await environment()).engineMemory,
    signal,
    progress: progress.report,
  })
  progress.stop()
  for (const line of files.questions) context.say(`Note: ${line}`)
  tellRefused(context, files.report, { allowed: options.allowRefused === true })
  return { events: files.events, definition, signal, files, wend: null, close: () => files.close() }
}

async function openStored(context: CommandContext, options: EventsInput, described: AskedEvents['definition']): Promise<OpenedInput> {
  for (const [name, value] of Object.entries({ recipe: options.recipe, columns: options.columns }))
    if (value !== undefined)
      throw new WrongUsage(`--${name} says how files are read, and no file is named. Name the files, or leave it out.`)
  const directory = options.data ?? (await context.environment()).dataDirectory
  const wend = await context.openData(directory, { make: false })
  try {
    const definition = options.definition === undefined ? described : await storedDefinition(wend, options.definition)
    const { localOwner } = await import('../app/actor.ts')
    if ((await wend.events.sources(localOwner.workspace)).length === 0)
      throw new Refused(
        `${directory} holds no events yet. Name files to ask them, import some with \`wend import\`, or say with --data where your data is.`,
      )
    return { events: wend.events, definition, signal: context.signal, files: null, wend, close: () => wend.close() }
  } catch (problem) {
    // What stays open keeps the command from ending.
    await wend.close()
    throw problem
  }
}

async function storedDefinition(wend: Wend, name: string): Promise<AskedEvents['definition']> {
  const { listDefinitions } = await import('../app/definitions.ts')
  const { localOwner } = await import('../app/actor.ts')
  const { rows } = await listDefinitions(localOwner, wend, { limit: 1000, offset: 0 })
  const found = rows.find((row) => row.definition.name === name || row.id === name)
  if (!found)
    throw new Refused(`No journey definition is called "${name}". There are ${rows.map((row) => `"${row.definition.name}"`).join(', ')}.`)
  return found.definition
}
