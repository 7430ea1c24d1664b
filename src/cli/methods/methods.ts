import type { MethodName } from '../shapes.ts'
import { archetypesCommand } from './archetypes.ts'
import { insightsCommand } from './insights.ts'
import type { MethodCommand } from './method-command.ts'

/** Every method on the command line: a new one is a file and a line here. */
export const methodCommands: { readonly [Name in MethodName]: MethodCommand<Name> } = {
  archetypes: archetypesCommand,
  insights: insightsCommand,
}

export const methodNames = Object.keys(methodCommands) as readonly MethodName[]
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(methodCommands, name)
