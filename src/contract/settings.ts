import { z } from 'zod'

export const settingsSchema = z
  .object({ refreshAfterImport: z.boolean().describe('Compute maps again when an import brought events for them') })
  .meta({ id: 'Settings' })
export type Settings = z.output<typeof settingsSchema>

export const changeSettingsSchema = z.object({ refreshAfterImport: z.exactOptional(z.boolean()) }).meta({ id: 'ChangeSettings' })
export type ChangeSettings = z.output<typeof changeSettingsSchema>
