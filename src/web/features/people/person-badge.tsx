import './people.css'
import { initials } from '../../../journey/initials.ts'
import { personColour } from '../../../journey/person-colour.ts'

export interface PersonBadgeProps {
  /** Without an id for somebody who is not in the list of people. */
  readonly person: { readonly id: number | null; readonly name: string }
  readonly small?: boolean
}

/** A person's initials on their colour, as paint: the name is said beside it or by what holds it, and is not said twice. */
export function PersonBadge({ person, small = false }: PersonBadgeProps) {
  return (
    <span
      className="person-badge"
      data-small={small || undefined}
      style={{ backgroundColor: person.id === null ? 'var(--ink-soft)' : personColour(person.id) }}
      data-initials={initials(person.name)}
      aria-hidden
    />
  )
}
