import type { Upload } from '../contract/uploads.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

export interface UploadInput {
  /** The file name people know it by; never used as a path. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly signal: AbortSignal
}

/** Streams a file to disk, where it waits to be imported. Refuses with `upload_too_large` or `disk_full`, and leaves nothing then. */
export async function uploadFile(actor: Actor, wend: Wend, { name, bytes, signal }: UploadInput): Promise<Upload> {
  demand(actor, 'import')
  const id = wend.world.newId()
  const size = await wend.uploads.write(id, bytes, { ...wend.limits, signal })
  await wend.state.uploads.add(actor.workspace, { id, name: plainName(name), bytes: size, at: wend.world.now(), by: actor.person.name })
  return { upload: id, name: plainName(name), bytes: size }
}

/** The last part of the name, without control characters. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = [...last]
    .filter((letter) => letter >= ' ' && letter !== '\u007f')
    .join('')
    .trim()
  return plain === '' || plain === '.' || plain === '..' ? 'file' : plain
}
