/** What the pages of personas show, as it stands in the address. */
export interface PersonasSearch {
  readonly definition?: string
}
export interface CompareSearch extends PersonasSearch {
  readonly a: string
  readonly b: string
}

type Raw = Readonly<Record<string, unknown>>

export const readPersonasSearch = (raw: Raw): PersonasSearch => (word(raw['definition']) ? { definition: word(raw['definition']) } : {})
export const readCompareSearch = (raw: Raw): CompareSearch => ({ ...readPersonasSearch(raw), a: word(raw['a']), b: word(raw['b']) })

/** An id of digits alone is written as a number by the address codec. */
const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
