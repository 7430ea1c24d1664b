import { exitCodes, Refused, WrongUsage } from './failure.ts'

export interface Told {
  readonly exitCode: number
  /** Lines for standard error; none when nothing is to be said. */
  readonly lines: readonly string[]
}

export interface ErrorContext {
  readonly cancelled: boolean
  /** Also show what only a developer understands. */
  readonly debug: boolean
  /** File that a recipe was read from, so that its line numbers mean something. */
  readonly recipe?: string | undefined
  /** Columns were named by hand. */
  readonly columns?: boolean | undefined
}

/** What to say about an error: a sentence with its remedy, never a stack trace unless asked for. */
export async function tellError(error: unknown, { cancelled, debug, recipe, columns }: ErrorContext): Promise<Told> {
  const cause = debug && error instanceof Error ? [error.stack ?? String(error)] : []
  if (cancelled) return { exitCode: exitCodes.cancelled, lines: ['Cancelled; nothing half-done is left behind.', ...cause] }
  if (error instanceof WrongUsage) return { exitCode: exitCodes.usage, lines: [`wend: ${error.message}`, ...cause] }
  if (error instanceof Refused) return { exitCode: exitCodes.refused, lines: [`wend: ${error.message}`, ...cause] }
  const { problemOf } = await import('../app/problem-of.ts')
  const { problem, unexpected } = problemOf(error)
  if (unexpected)
    return {
      exitCode: exitCodes.refused,
      lines: [
        `wend: Something went wrong inside Wend (${firstLine(error)}). ${debug ? '' : 'Set WEND_DEBUG=1 to see more.'}`.trimEnd(),
        ...cause,
      ],
    }
  const place = problem.code === 'bad_recipe' ? placeOf(problem.message, { recipe, columns }) : ''
  const more = problem.details.filter(({ message }) => !problem.message.includes(message)).slice(0, 10)
  const details = more.map(
    ({ file, line, field, message }) =>
      `  ${[file, line === undefined ? undefined : `line ${line}`, field].filter((part) => part !== undefined && part !== '').join(', ')}: ${message}`,
  )
  return { exitCode: exitCodes.refused, lines: [`wend: ${place}${problem.message}`, ...details, ...cause] }
}

/** A recipe's line numbers need its file; a part of an event that was named by hand needs the option. */
function placeOf(message: string, { recipe, columns }: Pick<ErrorContext, 'recipe' | 'columns'>): string {
  if (recipe !== undefined) return `${recipe}, `
  return columns === true && !message.startsWith('--columns') ? '--columns ' : ''
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return (text.split('\n')[0] ?? '').slice(0, 300)
}
