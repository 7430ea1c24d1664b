import type { ExploreSearch } from '../explore/explore-search.ts'
import type { StageRule } from '../../../journey/methods/accounts.ts'

const day = 86_400_000
/** Days of silence that can be chosen. */
export const silences = [7, 14, 30, 60, 90, 180] as const

export interface AccountSettings {
  readonly rule?: StageRule
  readonly role?: string
  readonly silentMs?: number
}

/** What the address says about accounts; what makes no sense there is left out. */
export function readAccountSettings(search: ExploreSearch): AccountSettings {
  const { rule, role, silent } = search.with ?? {}
  const days = silences.find((one) => String(one) === silent)
  return {
    ...(rule === 'deciding' ? { rule } : {}),
    ...(rule === 'deciding' && role !== undefined && role !== '' ? { role } : {}),
    ...(days === undefined || days === 30 ? {} : { silentMs: days * day }),
  }
}
