import { cardSentence } from '../../exports/card-face.ts'
import type { Evidence } from '../../journey/evidence.ts'
import type { Card, CardId } from '../../journey/map.ts'
import { unreachable } from '../../journey/unreachable.ts'
import type { GridRow } from './grid-rows.ts'

/** Cards whose words, note or evidence hold every word of `text`, in the order of the grid. Capitals and accents do not matter. */
export function findCards(rows: readonly GridRow[], cardOf: (id: CardId) => Card | undefined, text: string): readonly CardId[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const fits = (id: CardId): boolean => {
    const card = cardOf(id)
    if (!card) return false
    const words = plain(wordsOfCard(card))
    return wanted.every((word) => words.includes(word))
  }
  return rows.flatMap((row) => row.stages.flatMap((stage) => [...stage.steps, stage.whole].flatMap((cell) => cell.cards.filter(fits))))
}

/** Everything that can be read on a card and in what it rests on. */
export const wordsOfCard = (card: Card): string => [cardSentence(card), ...card.evidence.map(wordsOfEvidence)].join(' ')

function wordsOfEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'answer':
      return evidence.label
    case 'verbatim':
      return `${evidence.text} ${evidence.customer}`
    case 'document':
      return `${evidence.title} ${evidence.quote ?? ''}`
    case 'highlight':
      return `${evidence.text} ${evidence.noteTitle} ${evidence.tags.join(' ')}`
    default:
      return unreachable(evidence)
  }
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
