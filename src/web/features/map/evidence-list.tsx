import { Unlink } from 'lucide-react'
import { listCited } from '../../../document/cited.ts'
import type { Card } from '../../../journey/map.ts'
import { useEditor } from '../../canvas/editor-context.tsx'
import { LiveStore } from '../../canvas/live-store.ts'
import { Button } from '../../ui/button.tsx'
import type { OpenedList } from '../explore/explore-search.ts'
import { EvidenceItem } from './evidence-item.tsx'

export interface EvidenceListProps {
  readonly card: Card
  readonly onList: (list: OpenedList) => void
  readonly onCustomer: (customer: string) => void
}

/** What a card rests on. What people put there can be taken off again; what was computed belongs to the card. */
export function EvidenceList({ card, onList, onCustomer }: EvidenceListProps) {
  const editor = useEditor()
  const cited = editor.store instanceof LiveStore ? listCited(editor.store.doc, card.id) : []
  const own = card.evidence.length - cited.length
  const takeOff = (evidence: string): void => {
    if (editor.apply('Take evidence off', [{ kind: 'cite', card: card.id, evidence, on: false }]))
      editor.say('Taken off the card. Ctrl+Z puts it back.')
  }
  return (
    <section className="stack" aria-label="Evidence">
      <h3>Evidence</h3>
      {card.evidence.length === 0 ? <p className="soft">Nothing is attached. Until someone shows it, this is an assumption.</p> : null}
      <ol className="stack">
        {card.evidence.map((evidence, index) => {
          const id = cited[index - own]?.id
          return (
            <li key={id ?? index} className="evidence-item">
              <EvidenceItem evidence={evidence} onList={onList} onCustomer={onCustomer} />
              {id === undefined || !editor.canEdit ? null : (
                <Button small look="quiet" onPress={() => takeOff(id)}>
                  <Unlink size={14} aria-hidden />
                  Take off the card
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
