import './personas.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Eye, X } from 'lucide-react'
import { useState } from 'react'
import type { PersonaRecord } from '../../../contract/personas.ts'
import { mapQuery } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { PersonaFace } from './persona-face.tsx'
import { personasQuery } from './persona-queries.ts'

export interface PersonasPanelProps {
  readonly mapId: string
  readonly onClose: () => void
  /** Ids of the personas on the map, where the page knows them live; else the stored map is asked. */
  readonly placed?: readonly string[]
}

/** Which personas are on the map, and for whom it is read. Whom it is read for stands in the address as `persona`. */
export function PersonasPanel({ mapId, onClose, placed }: PersonasPanelProps) {
  const personas = useQuery(personasQuery)
  const map = useQuery({ ...mapQuery(mapId), enabled: placed === undefined })
  const on = placed ?? map.data?.map.personas.map(({ id }) => id) ?? []
  const { persona: reading } = useSearch({ strict: false }) as { readonly persona?: string }
  const navigate = useNavigate()
  const read = (persona: string | undefined): void =>
    void navigate({
      to: '.',
      search: ((old: Readonly<Record<string, unknown>>) => {
        const { persona: _old, ...rest } = old
        return persona === undefined ? rest : { ...rest, persona }
      }) as never,
      resetScroll: false,
    })
  return (
    <section className="side-panel personas-panel" aria-label="Personas">
      <header className="spread">
        <h2>Personas</h2>
        <IconButton label="Close" onPress={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      <Loaded query={personas}>
        {(list) =>
          list.rows.length === 0 ? (
            <div className="stack">
              <p className="soft">
                A persona is a kind of customer with a rule that says which journeys are theirs. With one you can read this whole map for
                them.
              </p>
              <Link to="/personas" className="button button-primary">
                Describe the first
              </Link>
            </div>
          ) : (
            <ul className="panel-personas">
              {list.rows.map((persona) => (
                <PanelLine
                  key={persona.id}
                  mapId={mapId}
                  persona={persona}
                  on={on.includes(persona.id)}
                  reading={reading === persona.id}
                  onRead={() => read(reading === persona.id ? undefined : persona.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

interface PanelLineProps {
  readonly mapId: string
  readonly persona: PersonaRecord
  readonly on: boolean
  readonly reading: boolean
  readonly onRead: () => void
}

function PanelLine({ mapId, persona, on, reading, onRead }: PanelLineProps) {
  const client = useQueryClient()
  const may = useMay('edit-map')
  const [error, setError] = useState<unknown>()
  const place = async (): Promise<void> => {
    try {
      await request(`/maps/${mapId}/personas`, { method: 'POST', body: { persona: persona.id, on: !on } })
      setError(undefined)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['map', mapId] }),
        client.invalidateQueries({ queryKey: ['personas', 'maps', persona.id] }),
      ])
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <li className="panel-persona">
      <PersonaFace name={persona.name} picture={persona.picture} />
      <div className="panel-persona-text">
        <Link to="/personas/$persona" params={{ persona: persona.id }}>
          {persona.name}
        </Link>
        <div className="row">
          {may ? (
            <Button small look={on ? 'plain' : 'quiet'} aria-pressed={on} onPress={() => void place()}>
              {on ? 'On this map' : 'Put on the map'}
            </Button>
          ) : null}
          {persona.segment === null ? (
            <span className="faint small">No rule, so the map cannot be read for it</span>
          ) : (
            <Button small look={reading ? 'primary' : 'quiet'} aria-pressed={reading} onPress={onRead}>
              <Eye size={14} aria-hidden />
              {reading ? 'Reading for them' : 'Read the map for them'}
            </Button>
          )}
        </div>
        {error ? <ProblemNotice error={error} /> : null}
      </div>
    </li>
  )
}
