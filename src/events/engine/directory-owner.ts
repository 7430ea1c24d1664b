import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ownerFile = (directory: string): string => join(directory, 'owner.pid')

/** Writes down which process serves the data directory. */
export const claimDirectory = (directory: string): Promise<void> => writeFile(ownerFile(directory), String(process.pid))

/**
 * Whether the process that last served the directory has ended. Its engine then ends by itself within a moment, and the directory
 * is worth waiting for; while its owner lives, it is not.
 */
export async function ownerIsGone(directory: string): Promise<boolean> {
  const pid = Number(await readFile(ownerFile(directory), 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as { code?: unknown }).code === 'ESRCH'
  }
}
