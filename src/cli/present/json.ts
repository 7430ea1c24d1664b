import type { CommandContext } from '../context.ts'

/** One object (or list) and a line break, on standard output. */
export async function printJson({ out, look }: Pick<CommandContext, 'out' | 'look'>, value: unknown): Promise<void> {
  await out(`${JSON.stringify(value, null, look.columns === null ? 0 : 2)}\n`)
}
