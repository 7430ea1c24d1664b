export interface Place {
  readonly kind: 'command' | 'page' | 'map' | 'touchpoint' | 'customer'
  /** Name of a command, address of a page, id of a map or customer, name of a touchpoint. */
  readonly id: string
  readonly title: string
  readonly note: string
}
export interface Known {
  readonly maps: readonly { readonly id: string; readonly title: string }[]
  readonly touchpoints: readonly string[]
  /** What the open page can do. */
  readonly commands?: readonly { readonly name: string; readonly keys: readonly string[] }[]
}

const pages: readonly Place[] = [
  ['/maps', 'Maps'],
  ['/explore/river', 'River'],
  ['/explore/graph', 'Process graph'],
  ['/explore/funnel', 'Funnel'],
  ['/explore/variants', 'Variants'],
  ['/explore/touchpoints', 'Touchpoints'],
  ['/explore/trend', 'Trend'],
  ['/explore/customer', 'Customer'],
  ['/explore/insights', 'Insights'],
  ['/import', 'Import'],
  ['/identity', 'Customers and their ids'],
].map(([id = '', title = '']) => ({ kind: 'page', id, title, note: 'page' }))

const mostOfAKind = 8

/** Places whose title holds the text, at most eight of a kind; a text may always be a customer's id. */
export function findPlaces(text: string, known: Known): readonly Place[] {
  const wanted = text.trim().toLowerCase()
  const fits = (place: Place): boolean => place.title.toLowerCase().includes(wanted)
  const commands = (known.commands ?? []).map(({ name, keys }): Place => ({ kind: 'command', id: name, title: name, note: keys.join(' ') }))
  const maps = known.maps.map((map): Place => ({ kind: 'map', id: map.id, title: map.title, note: 'map' }))
  const touchpoints = known.touchpoints.map((name): Place => ({ kind: 'touchpoint', id: name, title: name, note: 'touchpoint' }))
  const customer: Place[] = wanted === '' ? [] : [{ kind: 'customer', id: text.trim(), title: `Customer ${text.trim()}`, note: 'timeline' }]
  return [
    ...commands.filter(fits),
    ...pages.filter(fits).slice(0, mostOfAKind),
    ...maps.filter(fits).slice(0, mostOfAKind),
    ...(wanted === '' ? [] : touchpoints.filter(fits).slice(0, mostOfAKind)),
    ...customer,
  ]
}
