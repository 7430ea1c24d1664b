import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Wend } from '../app/wend.ts'
import type { CommandContext } from './context.ts'
import { Refused } from './failure.ts'
import { printJson } from './present/json.ts'

/** Makes a map of a file; says which lines are not on it as they stand. `id` is the path of the file. */
export async function importMapFile(
  context: CommandContext,
  wend: Wend,
  { id: path, options }: { readonly id: string; readonly options: { readonly json?: boolean } },
): Promise<void> {
  const [{ localOwner }, { importMap }] = await Promise.all([import('../app/actor.ts'), import('../app/import-map.ts')])
  const made = await importMap(localOwner, wend, { bytes: createReadStream(path), name: basename(path) }).catch((error: unknown) => {
    if (error instanceof Error && 'syscall' in error) throw new Refused(`${path}: cannot be read. Check its name and your permission.`)
    throw error
  })
  if (options.json === true) return await printJson(context, made)
  const lines = made.problems.map(({ line, message }) => `- ${line > 0 ? `line ${line}: ` : ''}${plain(message)}\n`)
  const more = made.more > 0 ? `and ${made.more} more\n` : ''
  const { title, stages, cards, id } = made.map
  await context.out(
    `"${plain(title)}" is map ${id}: ${stages} ${stages === 1 ? 'stage' : 'stages'}, ${cards} ${cards === 1 ? 'card' : 'cards'}.\n${lines.length > 0 ? `\nNot on the map as written:\n${lines.join('')}${more}` : ''}`,
  )
}

/** A text of a file must not steer the terminal. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ')
