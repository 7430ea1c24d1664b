import { parseLimit, parseWhole } from '../parse/whole-number.ts'
import { parseWhere } from '../parse/where.ts'
import type { CommandContext, Look } from '../context.ts'
import type { OpenedInput } from '../open-input.ts'
import type { AnyMethodAnswer, MethodName, MethodQuestion } from '../shapes.ts'
import type { MethodCommand, MethodOptions } from './method-command.ts'
import { methodCommands } from './methods.ts'

export interface Building {
  readonly usualLimit: number
  readonly allRows: number
}

/** The method's question as typed. Throws `WrongUsage` where something is missing or cannot be read. */
export async function buildMethod(name: MethodName, options: MethodOptions, { usualLimit, allRows }: Building): Promise<MethodQuestion> {
  const { events, journeys } = parseWhere(options.where)
  const limit = options.limit === undefined ? usualLimit : parseLimit(options.limit)
  const offset = options.offset === undefined ? 0 : parseWhole(options.offset, '--offset', { least: 0, most: allRows })
  return {
    ...(Object.keys(events).length > 0 && { events }),
    ...(Object.keys(journeys).length > 0 && { journeys }),
    limit: limit === 'all' ? allRows : limit,
    ...(offset > 0 && { offset }),
    ...(await methodCommands[name].build(options)),
  }
}

/** Asks the method, showing its progress. */
export async function answerMethod(context: CommandContext, input: OpenedInput, question: MethodQuestion): Promise<AnyMethodAnswer> {
  const { askMethodOfEvents } = await import('../../app/files-ask.ts')
  try {
    return await askMethodOfEvents(input, question, (phase, share) =>
      context.progress.report({ phase, done: Math.round(100 * (share ?? 0)), total: share === null ? null : 100, unit: 'steps', rows: 0 }),
    )
  } finally {
    context.progress.stop()
  }
}

/** The answer as a person reads it, with what it looked at and its notes. */
export function methodText(answer: AnyMethodAnswer, look: Look): string {
  const { present } = methodCommands[answer.question] as unknown as MethodCommand<MethodName>
  const shown = present(answer as never, look)
  const looked = `${answer.journeys} journeys, ${answer.events} events${answer.total > answer.rows.length ? `; ${answer.rows.length} of ${answer.total} rows` : ''}`
  return [shown, `\n${looked}\n`, ...answer.notes.map((note) => `Note: ${note}\n`)].join('')
}
