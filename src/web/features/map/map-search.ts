export const mapViews = ['table', 'story', 'flow', 'persona'] as const
export const mapPanels = ['personas', 'comments', 'versions', 'research', 'touchpoints', 'assumptions', 'removed'] as const
export type MapView = (typeof mapViews)[number]
export type MapPanel = (typeof mapPanels)[number]

/** What a map's page shows, as it stands in the address. */
export interface MapSearch {
  readonly card?: string
  /** Another form of the map. Missing: the map itself. */
  readonly view?: MapView
  readonly panel?: MapPanel
  /** For whom the map is read. */
  readonly persona?: string
  readonly check?: true
  /** `steps`: a column a step. `stages`: only stages, all in sight. Missing: whichever fits. */
  readonly detail?: 'steps' | 'stages'
}

export function readMapSearch(raw: Readonly<Record<string, unknown>>): MapSearch {
  const view = mapViews.find((one) => one === raw['view'])
  const panel = mapPanels.find((one) => one === raw['panel'])
  return {
    ...(typeof raw['card'] === 'string' && raw['card'] !== '' ? { card: raw['card'] } : {}),
    ...(typeof raw['persona'] === 'string' && raw['persona'] !== '' ? { persona: raw['persona'] } : {}),
    ...(view ? { view } : {}),
    ...(panel ? { panel } : {}),
    ...(raw['detail'] === 'steps' || raw['detail'] === 'stages' ? { detail: raw['detail'] } : {}),
    ...(raw['check'] === true ? { check: true as const } : {}),
  }
}
