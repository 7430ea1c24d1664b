import type { Command } from 'commander'
import type { Look } from '../context.ts'
import type { QuestionOptions } from '../question-options.ts'
import type { MethodAnswer, MethodName, MethodQuestion } from '../shapes.ts'

/** What was typed: the options of every question, and a method's own. */
export type MethodOptions = QuestionOptions & Readonly<Record<string, unknown>>

/** How `wend ask` takes and shows one method. */
export interface MethodCommand<Name extends MethodName> {
  /** One line of the help. */
  readonly describe: string
  /** Adds options that no other question has. */
  readonly options?: (command: Command) => Command
  /** The question without filters and paging, which all share. Throws `WrongUsage`. May read files that an option names. */
  readonly build: (options: MethodOptions) => MethodQuestion<Name> | Promise<MethodQuestion<Name>>
  /** The answer as a person reads it; notes follow by themselves. */
  readonly present: (answer: MethodAnswer<Name>, look: Look) => string
}
