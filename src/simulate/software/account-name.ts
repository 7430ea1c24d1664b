const firsts = [
  'North',
  'Amber',
  'Cedar',
  'Silver',
  'Harbour',
  'Maple',
  'Falcon',
  'Granite',
  'Willow',
  'Copper',
  'Lumen',
  'Orchard',
  'Pioneer',
  'Quill',
  'River',
  'Saffron',
  'Tidal',
  'Umber',
  'Velvet',
  'Wander',
  'Aster',
  'Birch',
  'Cobalt',
  'Dune',
  'Ember',
  'Fable',
  'Grove',
  'Hazel',
  'Indigo',
  'Juniper',
  'Kestrel',
]
const seconds = [
  'light',
  'field',
  'bridge',
  'stone',
  'wick',
  'gate',
  'mark',
  'haven',
  'crest',
  'brook',
  'line',
  'peak',
  'shore',
  'well',
  'view',
  'ford',
  'spark',
]
const kinds = [
  'Foods',
  'Logistics',
  'Health',
  'Media',
  'Tools',
  'Textiles',
  'Energy',
  'Labs',
  'Schools',
  'Motors',
  'Paper',
  'Optics',
  'Retail',
]

const places = firsts.length * seconds.length * kinds.length

/** A name of our own invention for the account with this number; no two numbers share one. */
export function accountName(number: number): string {
  // 2,663 has no factor in common with 31 × 17 × 13, so the step visits every name once before any comes again.
  const at = (number * 2663) % places
  const round = Math.floor(number / places)
  const first = firsts[at % firsts.length]
  const second = seconds[Math.floor(at / firsts.length) % seconds.length]
  const kind = kinds[Math.floor(at / firsts.length / seconds.length)]
  return `${first}${second} ${kind}${round === 0 ? '' : ` ${round + 1}`}`
}
