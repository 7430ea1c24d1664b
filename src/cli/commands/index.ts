import { askCommand } from './ask.ts'
import { discoverCommand } from './discover.ts'
import type { CommandEntry } from './entry.ts'

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [discoverCommand, askCommand]
