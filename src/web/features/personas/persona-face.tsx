import './personas.css'
import { apiRoot } from '../../api/request.ts'

export interface PersonaFaceProps {
  readonly name: string
  /** Id of an asset. */
  readonly picture: string | null | undefined
  readonly size?: 'small' | 'large'
}

/** A persona's picture, or the first letters of the name. The name stands beside it, so it is not read out twice. */
export function PersonaFace({ name, picture, size = 'small' }: PersonaFaceProps) {
  return (
    <span className="persona-face" data-size={size} aria-hidden>
      {picture ? <img src={`${apiRoot}/assets/${encodeURIComponent(picture)}`} alt="" /> : initials(name)}
    </span>
  )
}

const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')
