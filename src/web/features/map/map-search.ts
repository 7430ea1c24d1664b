/** What a map's page shows, as it stands in the address. */
export interface MapSearch {
  readonly card?: string
  readonly view?: 'table'
  readonly check?: true
  /** `steps`: a column a step. `stages`: only stages, all in sight. Missing: whichever fits. */
  readonly detail?: 'steps' | 'stages'
}

export function readMapSearch(raw: Readonly<Record<string, unknown>>): MapSearch {
  return {
    ...(typeof raw['card'] === 'string' && raw['card'] !== '' ? { card: raw['card'] } : {}),
    ...(raw['view'] === 'table' ? { view: 'table' as const } : {}),
    ...(raw['detail'] === 'steps' || raw['detail'] === 'stages' ? { detail: raw['detail'] } : {}),
    ...(raw['check'] === true ? { check: true as const } : {}),
  }
}
