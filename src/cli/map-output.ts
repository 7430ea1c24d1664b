import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { drawMap } from '../app/export-map.ts'
import type { Wend } from '../app/wend.ts'
import { exportFormats, type ExportFormat } from '../contract/maps.ts'
import type { CommandContext } from './context.ts'
import { Refused, WrongUsage } from './failure.ts'

export type JourneyMap = Parameters<typeof drawMap>[0]

export interface Output {
  /** `-` is standard output. */
  readonly path: string
  readonly format: ExportFormat
}

/** Where to write a map; the extension says the format. */
export function outputOf(path: string): Output {
  const name = basename(path).toLowerCase()
  const format = path === '-' ? 'json' : exportFormats.findLast((one) => name.endsWith(`.${one}`))
  if (!format)
    throw new WrongUsage(
      `--out: the extension of "${path}" says no format. Use ${exportFormats.map((one) => `.${one}`).join(', ')}, or - to print JSON.`,
    )
  return { path, format }
}

/** Draws a map and writes it. */
export async function writeMap(context: CommandContext, map: JourneyMap, { path, format }: Output): Promise<void> {
  const { drawMap } = await import('../app/export-map.ts')
  const { content } = drawMap(map, format)
  if (path === '-') return await context.out(content.toString())
  await writeResult(path, content)
}

/** Draws a map of the data directory with its pictures and writes it; says how many pictures did not fit. */
export async function writeStoredMap(
  context: CommandContext,
  wend: Wend,
  { id, output: { path, format } }: { readonly id: string; readonly output: Output },
): Promise<void> {
  const [{ localOwner }, { exportMap }] = await Promise.all([import('../app/actor.ts'), import('../app/export-map.ts')])
  const { content, leftOut } = await exportMap(localOwner, wend, { id, format })
  if (leftOut > 0)
    context.say(`${leftOut} ${leftOut === 1 ? 'picture' : 'pictures'} left out of ${path}: together they would be too large for one file.`)
  if (path === '-') return await context.out(content.toString())
  await writeResult(path, content)
}

/** Writes a file; a failure says why in words. */
export async function writeResult(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refused(`${path}: cannot be written (${reasons[code] ?? code}).`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'you lack the permission',
  EPERM: 'you lack the permission',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}
