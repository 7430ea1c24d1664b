import { askCommand } from './ask.ts'
import { completionCommand } from './completion.ts'
import { discoverCommand } from './discover.ts'
import type { CommandEntry } from './entry.ts'
import { identityCommand } from './identity.ts'
import { importCommand } from './import.ts'
import { mapCommand } from './map.ts'
import { refusedCommand } from './refused.ts'
import { simulateCommand } from './simulate.ts'
import { sourcesCommand } from './sources.ts'
import { startCommand } from './start.ts'
import { templatesCommand } from './templates.ts'

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  startCommand,
  importCommand,
  sourcesCommand,
  refusedCommand,
  identityCommand,
  discoverCommand,
  askCommand,
  mapCommand,
  templatesCommand,
  simulateCommand,
  completionCommand,
]
