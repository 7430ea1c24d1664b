import { settingsSchema, type ChangeSettings, type Settings } from '../contract/settings.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

const defaults: Settings = { refreshAfterImport: true }

/** What the workspace has decided about itself; what nobody decided is as Wend comes. */
export async function getSettings(actor: Actor, wend: Wend): Promise<Settings> {
  demand(actor, 'look')
  const stored = settingsSchema.partial().safeParse(await wend.state.settings.all(actor.workspace))
  return { refreshAfterImport: stored.data?.refreshAfterImport ?? defaults.refreshAfterImport }
}

/** What is missing stays. */
export async function changeSettings(actor: Actor, wend: Wend, change: ChangeSettings): Promise<Settings> {
  demand(actor, 'change-settings')
  for (const [name, value] of Object.entries(change)) await wend.state.settings.put(actor.workspace, name, value)
  return getSettings(actor, wend)
}
