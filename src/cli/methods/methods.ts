import type { MethodName } from '../shapes.ts'
import { accountCommand } from './account.ts'
import { accountsCommand } from './accounts.ts'
import { channelsCommand } from './channels.ts'
import { archetypesCommand } from './archetypes.ts'
import { emotionCommand } from './emotion.ts'
import { changesCommand } from './changes.ts'
import { compareCommand } from './compare.ts'
import { fitCommand } from './fit.ts'
import { insightsCommand } from './insights.ts'
import type { MethodCommand } from './method-command.ts'
import { nextCommand } from './next.ts'
import { outlookCommand } from './outlook.ts'
import { themeTextsCommand } from './theme-texts.ts'
import { themesCommand } from './themes.ts'

/** Every method on the command line: a new one is a file and a line here. */
export const methodCommands: { readonly [Name in MethodName]: MethodCommand<Name> } = {
  account: accountCommand,
  accounts: accountsCommand,
  archetypes: archetypesCommand,
  channels: channelsCommand,
  emotion: emotionCommand,
  changes: changesCommand,
  compare: compareCommand,
  fit: fitCommand,
  insights: insightsCommand,
  next: nextCommand,
  outlook: outlookCommand,
  'theme-texts': themeTextsCommand,
  themes: themesCommand,
}

export const methodNames = Object.keys(methodCommands) as readonly MethodName[]
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(methodCommands, name)
