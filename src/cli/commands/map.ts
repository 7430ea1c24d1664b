import type { Command } from 'commander'
import type { Wend } from '../../app/wend.ts'
import { exportFormats } from '../../contract/maps.ts'
import type { CommandContext } from '../context.ts'
import { withData } from '../data-option.ts'
import { Refused } from '../failure.ts'
import { importMapFile } from '../import-map-file.ts'
import { outputOf, writeStoredMap } from '../map-output.ts'
import { printJson } from '../present/json.ts'
import { mapListText } from '../present/map-list-text.ts'
import { mapText } from '../present/map-text.ts'
import type { CommandEntry } from './entry.ts'

interface MapOptions {
  readonly data?: string
  readonly json?: boolean
  readonly out?: readonly string[]
}
type Action = (context: CommandContext, wend: Wend, what: { readonly id: string; readonly options: MapOptions }) => Promise<void>

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export const mapCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('map')
      .argument('<action>', 'list, show, export, check or import')
      .argument('[map]', 'id of the map, its first letters, or its title; import: the file')
      .summary('list, show, export, check and import the maps of a data directory')
      .description(
        'list: all maps. show: what one says. export: write it to files. check: what it lacks. import: makes one from a Mermaid journey, a CSV or TSV table or a map file.',
      )
      .option(
        '--out <file>',
        `export: where to; the extension decides: ${exportFormats.map((format) => `.${format}`).join(' ')}; - prints JSON (again for more)`,
        collect,
        [],
      )
      .option('--data <dir>', 'the data directory')
      .option(
        '--json',
        'print JSON: list and check {total, rows}, show the whole map, export {files}, import {map, format, problems, more}',
      )
      .addHelpText(
        'after',
        '\nExamples\n  wend map list\n  wend map show "Buying with us"\n  wend map export 3kV --out map.svg --out map.html\n  wend map check 3kV --json\n  wend map import journey.mmd\n',
      ),
  run: (command, context) => run(command, context),
}

async function run(command: Command, context: CommandContext): Promise<void> {
  const [name = '', wanted] = command.args
  const options = command.opts<MapOptions>()
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) return command.error(`error: "${name}" is none of ${Object.keys(actions).join(', ')}.`)
  if (name !== 'list' && wanted === undefined)
    return command.error(
      name === 'import'
        ? 'error: say which file: wend map import FILE.'
        : `error: say which map: wend map ${name} MAP. \`wend map list\` names them.`,
    )
  for (const path of options.out ?? []) outputOf(path)
  await withData(context, { data: options.data }, async (wend) =>
    action(context, wend, { id: wanted === undefined ? '' : name === 'import' ? wanted : await findMap(wend, wanted), options }),
  )
}

const actions: Readonly<Record<string, Action>> = {
  import: importMapFile,
  list: async (context, wend, { options }) => {
    const found = await allMaps(wend)
    await (options.json === true ? printJson(context, found) : context.out(mapListText(found.rows, context.look)))
  },
  show: async (context, wend, { id, options }) => {
    const map = await load(wend, id)
    await (options.json === true ? printJson(context, map) : context.out(mapText(map, { files: [], kept: null, look: context.look })))
  },
  export: async (context, wend, { id, options }) => {
    const map = await load(wend, id)
    const { mapFileName } = await import('../../app/files-map-name.ts')
    const paths = options.out?.length ? options.out : [mapFileName(map, 'html')]
    for (const path of paths) await writeStoredMap(context, wend, { id, output: outputOf(path) })
    const files = paths.filter((path) => path !== '-')
    if (files.length < paths.length) return
    await (options.json === true ? printJson(context, { files }) : context.out(files.map((file) => `Written to ${file}\n`).join('')))
  },
  check: async (context, wend, { id, options }) => {
    const [{ localOwner }, { checkMap }] = await Promise.all([import('../../app/actor.ts'), import('../../app/check-map.ts')])
    const found = await checkMap(localOwner, wend, id)
    if (options.json === true) return await printJson(context, found)
    const { stages } = await load(wend, id)
    const names = new Map<string, string>(stages.map((stage) => [stage.id, `${stage.name}: `]))
    const lines = found.rows.map(({ message, stage }) => `- ${names.get(stage ?? '') ?? ''}${message}\n`).join('')
    await context.out(found.total === 0 ? 'Nothing to mend.\n' : `${lines}\n${found.total} ${found.total === 1 ? 'finding' : 'findings'}\n`)
  },
}

async function load(wend: Wend, id: string) {
  const [{ localOwner }, { loadMap }] = await Promise.all([import('../../app/actor.ts'), import('../../app/maps.ts')])
  return (await loadMap(localOwner, wend, id)).map
}

async function allMaps(wend: Wend) {
  const [{ localOwner }, { listMaps }] = await Promise.all([import('../../app/actor.ts'), import('../../app/maps.ts')])
  return listMaps(localOwner, wend, { limit: 100_000, offset: 0 })
}

/** A map by its id, the first letters of it, or its title. */
async function findMap(wend: Wend, wanted: string): Promise<string> {
  const { rows } = await allMaps(wend)
  const exact = rows.filter(({ id }) => id === wanted)
  const found = exact.length > 0 ? exact : rows.filter(({ id, title }) => id.startsWith(wanted) || title === wanted)
  const [first, second] = found
  if (!first) throw new Refused(`There is no map "${wanted}" in this data directory. \`wend map list\` names them.`)
  if (second) throw new Refused(`"${wanted}" fits ${found.length} maps: ${found.map(({ id }) => id).join(', ')}. Name one by its id.`)
  return first.id
}
