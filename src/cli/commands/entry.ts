import type { Command } from 'commander'
import type { CommandContext } from '../context.ts'

/** One command: how it is described, and what it does. A new command is one file and a line in the list. */
export interface CommandEntry {
  readonly describe: (program: Command) => Command
  readonly run: (command: Command, context: CommandContext) => Promise<void>
}
