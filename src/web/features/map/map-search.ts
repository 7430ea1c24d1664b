export const mapViews = ['table', 'story', 'flow', 'persona'] as const
export const mapPanels = ['personas', 'comments', 'versions', 'research', 'assumptions', 'removed'] as const
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
  /** An earlier version, to look at. */
  readonly version?: string
  /** The stage whose comments are shown. */
  readonly stage?: string
  readonly check?: true
  /** `steps`: a column a step. `stages`: only stages, all in sight. Missing: whichever fits. */
  readonly detail?: 'steps' | 'stages'
}

export function readMapSearch(raw: Readonly<Record<string, unknown>>): MapSearch {
  const view = mapViews.find((one) => one === raw['view'])
  const panel = mapPanels.find((one) => one === raw['panel'])
  return {
    ...named(raw, 'card'),
    ...named(raw, 'persona'),
    ...named(raw, 'version'),
    ...named(raw, 'stage'),
    ...(view ? { view } : {}),
    ...(panel ? { panel } : {}),
    ...(raw['detail'] === 'steps' || raw['detail'] === 'stages' ? { detail: raw['detail'] } : {}),
    ...(raw['check'] === true ? { check: true as const } : {}),
  }
}

/** A name that stands in the address. A number in it was read as one. */
function named(raw: Readonly<Record<string, unknown>>, key: 'card' | 'persona' | 'version' | 'stage'): Partial<Record<typeof key, string>> {
  const value = raw[key]
  if (typeof value === 'number') return { [key]: String(value) }
  return typeof value === 'string' && value !== '' ? { [key]: value } : {}
}
