import './personas.css'
import { Eye, X } from 'lucide-react'
import { formatCount } from '../../../exports/format.ts'
import { IconButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { usePersonaReading } from './use-persona-map.ts'

export interface PersonaLensProps {
  readonly mapId: string
  readonly persona: string
  readonly onClose: () => void
}

/** The line over a map that says for whom it is being read. */
export function PersonaLens({ mapId, persona, onClose }: PersonaLensProps) {
  const { reading, error } = usePersonaReading(mapId, persona)
  return (
    <div className="persona-lens" role="status">
      <Eye size={16} aria-hidden />
      {error ? (
        <ProblemNotice error={error} />
      ) : reading ? (
        <span>
          Read for <strong>{reading.name}</strong>:{' '}
          <span className="numeric">
            {formatCount(reading.journeys)} of {formatCount(reading.of)} journeys
          </span>
          . The numbers are only theirs; to change the map, stop reading for them.
        </span>
      ) : (
        <span>Asking their journeys …</span>
      )}
      <IconButton label="Read for everybody" className="push" onPress={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
