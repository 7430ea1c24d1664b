import type { JourneyFilter } from '../../../journey/filter.ts'
import type { ComparedGroup } from '../../../journey/methods/compare.ts'

/** How a group is chosen, as it stands in the address: `all`, `property:device=phone`, `persona:<id>`, `archetype:2`, `period:2025-01-01..2025-03-31`. */
export type GroupKind = 'all' | 'property' | 'persona' | 'archetype' | 'period'
export interface GroupWish {
  readonly kind: GroupKind
  readonly value: string
}

export function readWish(text: string | undefined): GroupWish {
  const cut = (text ?? '').indexOf(':')
  const kind = cut < 0 ? (text ?? '') : (text ?? '').slice(0, cut)
  const value = cut < 0 ? '' : (text ?? '').slice(cut + 1)
  return kind === 'property' || kind === 'persona' || kind === 'archetype' || kind === 'period'
    ? { kind, value }
    : { kind: 'all', value: '' }
}
export const writeWish = ({ kind, value }: GroupWish): string => (kind === 'all' ? 'all' : `${kind}:${value}`)

export interface KnownPersona {
  readonly id: string
  readonly name: string
  readonly segment: JourneyFilter | null
}

/** The group that is meant; undefined while something is missing. */
export function groupOf({ kind, value }: GroupWish, personas: readonly KnownPersona[]): ComparedGroup | undefined {
  switch (kind) {
    case 'all':
      return { name: 'All journeys' }
    case 'property': {
      const cut = value.indexOf('=')
      if (cut < 1) return undefined
      const [property, wanted] = [value.slice(0, cut), value.slice(cut + 1)]
      return { name: `${property}: ${wanted || '(none)'}`, journeys: { properties: [{ property, operator: '=', value: wanted }] } }
    }
    case 'persona': {
      const persona = personas.find(({ id }) => id === value)
      return persona?.segment ? { name: persona.name, journeys: persona.segment } : undefined
    }
    case 'archetype': {
      const number = Number(value)
      return Number.isInteger(number) && number >= 1 && number <= 8
        ? { name: `Archetype ${number}`, journeys: { archetype: { number } } }
        : undefined
    }
    case 'period':
      return periodOf(value)
  }
}

/** Days as YYYY-MM-DD, UTC, both included. */
function periodOf(value: string): ComparedGroup | undefined {
  const [from = '', to = ''] = value.split('..')
  const [start, end] = [Date.parse(from), Date.parse(to)]
  if (!isDay(from) || !isDay(to) || Number.isNaN(start) || Number.isNaN(end) || end < start) return undefined
  return { name: `${from} to ${to}`, journeys: { startFrom: start, startTo: end + 86_400_000 } }
}
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
