import { mkdirSync, statSync } from 'node:fs'
import { Refused } from './failure.ts'

/** Refuses a data directory that is none; one that is absent is made only by commands that store something. */
export function demandDirectory(path: string, { make }: { readonly make: boolean }): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw new Refused(`${path} is a file, and a data directory is a folder. Name another with --data.`)
  if (!make)
    throw new Refused(
      `There is no data directory ${path} yet. Store something with \`wend import FILE\`, or say with --data where your data is.`,
    )
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refused(`The data directory ${path} cannot be made (${code}). Name another with --data.`)
  }
}
