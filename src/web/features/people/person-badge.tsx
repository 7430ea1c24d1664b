import './people.css'
import { initials } from '../../../journey/initials.ts'
import { personColour } from '../../../journey/person-colour.ts'

export interface PersonBadgeProps {
  readonly person: { readonly id: number; readonly name: string }
  readonly small?: boolean
}

/** A person's initials on their colour. The name is said beside it or by what holds it. */
export function PersonBadge({ person, small = false }: PersonBadgeProps) {
  return (
    <span className="person-badge" data-small={small || undefined} style={{ backgroundColor: personColour(person.id) }} aria-hidden>
      {initials(person.name)}
    </span>
  )
}
