import './evidence.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PutEvidence } from '../../../contract/evidence.ts'
import { mapQuery, mapsQuery } from '../../api/queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { findCards, type CardChoice } from './find-cards.ts'
import { putEvidence } from './put-evidence.ts'

export interface PutOnCardDialogProps {
  readonly payload: PutEvidence
  /** What it is, in words. */
  readonly what: string
  readonly onClose: () => void
}

/** Chooses a map and a card for a piece of evidence. */
export function PutOnCardDialog({ payload, what, onClose }: PutOnCardDialogProps) {
  const maps = useQuery(mapsQuery)
  const [chosen, setChosen] = useState<string | undefined>()
  const id = chosen ?? maps.data?.rows[0]?.id
  return (
    <Dialog title="Put on a card" isOpen onClose={onClose}>
      <div className="stack">
        <p className="evidence-what">{what}</p>
        <Loaded query={maps} rows={3}>
          {({ rows }) =>
            rows.length === 0 || id === undefined ? (
              <p className="soft">There is no map yet. Draw one first; evidence goes on its cards.</p>
            ) : (
              <>
                <SelectField
                  label="Map"
                  value={id}
                  choices={rows.map((row) => ({ value: row.id, label: row.title }))}
                  onChange={setChosen}
                />
                <ChooseCard key={id} map={id} payload={payload} />
              </>
            )
          }
        </Loaded>
      </div>
    </Dialog>
  )
}

const shown = 60

function ChooseCard({ map, payload }: { readonly map: string; readonly payload: PutEvidence }) {
  const query = useQuery(mapQuery(map))
  const client = useQueryClient()
  const [wanted, setWanted] = useState('')
  const [done, setDone] = useState<{ readonly card?: CardChoice; readonly busy?: string; readonly error?: unknown }>({})
  const put = async (card: CardChoice): Promise<void> => {
    setDone({ busy: card.id })
    try {
      await putEvidence(map, card.id, payload)
      await client.invalidateQueries({ queryKey: ['map', map] })
      await client.invalidateQueries({ queryKey: ['research'] })
      setDone({ card })
    } catch (error) {
      setDone({ error })
    }
  }
  return (
    <Loaded query={query} rows={6}>
      {({ map: drawn }) => {
        const cards = findCards(drawn, wanted, shown)
        return (
          <div className="stack">
            <TextField label="Card" type="search" placeholder="Words of the card, its stage or lane" value={wanted} onChange={setWanted} />
            <div role="status" aria-live="polite">
              {done.card ? (
                <p className="evidence-done">
                  It is on “{done.card.title}”.{' '}
                  <Link to="/maps/$map" params={{ map }} search={{ card: done.card.id }}>
                    Open the map
                  </Link>
                </p>
              ) : null}
            </div>
            {done.error === undefined ? null : <ProblemNotice error={done.error} />}
            {cards.length === 0 ? <p className="soft">No card has these words.</p> : null}
            <ul className="evidence-cards">
              {cards.map((card) => (
                <li key={card.id}>
                  <button type="button" aria-disabled={done.busy !== undefined} onClick={() => done.busy === undefined && void put(card)}>
                    <span>{card.title}</span>
                    <span className="small faint">{card.place}</span>
                  </button>
                </li>
              ))}
            </ul>
            {cards.length === shown ? <p className="small faint">The first {shown} are shown. Type more words to find others.</p> : null}
          </div>
        )
      }}
    </Loaded>
  )
}
