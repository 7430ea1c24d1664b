import type { Wend } from '../app/wend.ts'
import type { CommandContext } from './context.ts'

export interface DataOption {
  readonly data?: string | undefined
  /** Make the directory where there is none. */
  readonly make?: boolean
}

/** Opens the data directory that was named, or the usual one, and closes it when the work is done. */
export async function withData<Value>(
  context: CommandContext,
  { data, make = false }: DataOption,
  work: (wend: Wend) => Promise<Value>,
): Promise<Value> {
  const wend = await context.openData(data ?? (await context.environment()).dataDirectory, { make })
  try {
    return await work(wend)
  } finally {
    context.progress.stop()
    await wend.close()
  }
}
