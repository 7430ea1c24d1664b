import type { InsightKind } from '../../../journey/insight.ts'

export const insightKindNames: Readonly<Record<InsightKind, string>> = {
  'pain-point': 'Pain point',
  delight: 'Delight',
  change: 'Change',
  archetype: 'Archetype',
  plan: 'Off the plan',
  theme: 'Theme',
  risk: 'At risk',
}
