import { useQuery } from '@tanstack/react-query'
import { cardSentence } from '../../../exports/card-face.ts'
import type { CardId, JourneyMap } from '../../../journey/map.ts'
import { checkQuery } from '../../api/queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'

export interface CheckDialogProps {
  readonly id: string
  readonly map: JourneyMap
  readonly onOpenCard: (id: CardId) => void
  readonly onClose: () => void
}

/** What the map lacks: each finding with the cards that it is about. */
export function CheckDialog({ id, map, onOpenCard, onClose }: CheckDialogProps) {
  const query = useQuery(checkQuery(id))
  return (
    <Dialog title="Map check" place="side" isOpen onClose={onClose}>
      <Loaded query={query}>
        {(check) =>
          check.rows.length === 0 ? (
            <p>Nothing is missing: every card has evidence, and the map goes beyond the purchase.</p>
          ) : (
            <ol className="stack">
              {check.rows.map((finding, index) => (
                <li key={index} className="evidence-item">
                  <p>{finding.message}</p>
                  {finding.cards.length === 0 ? null : (
                    <details>
                      <summary className="small soft">
                        {finding.cards.length === 1 ? 'The card' : `The ${finding.cards.length} cards`}
                      </summary>
                      <ul className="table-cards">
                        {finding.cards.slice(0, 50).map((cardId) => {
                          const card = map.cards.find((one) => one.id === cardId)
                          return card ? (
                            <li key={cardId}>
                              <button type="button" className="link-button small" onClick={() => onOpenCard(card.id)}>
                                {cardSentence(card)}
                              </button>
                            </li>
                          ) : null
                        })}
                      </ul>
                    </details>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Dialog>
  )
}
