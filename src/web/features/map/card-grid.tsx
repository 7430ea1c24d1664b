import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { CardId } from '../../../journey/map.ts'
import { isMoveKey, moveFocus } from './move-focus.ts'
import type { LaneRow } from './place-cards.ts'

export interface CardGridProps {
  readonly rows: readonly LaneRow[]
  readonly onOpenCard: (id: CardId) => void
  readonly children: (isFocusable: (id: string) => boolean) => ReactNode
}

/** One stop of the Tab key for all cards: arrows move between them, Enter opens. */
export function CardGrid({ rows, onOpenCard, children }: CardGridProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(() => firstCard(rows))
  const cardOf = (target: EventTarget): string | undefined =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? undefined) : undefined
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = cardOf(event.target)
    if (here === undefined || !isMoveKey(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = moveFocus(rows, here, event.key)
    if (next === undefined) return
    setCurrent(next)
    const element = ref.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(next)}"]`)
    element?.focus()
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onClick = (event: MouseEvent): void => {
    const card = cardOf(event.target)
    if (card === undefined) return
    setCurrent(card)
    onOpenCard(card as CardId)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cards inside are the buttons; their clicks and keys are heard here once for all
    <div
      ref={ref}
      className="lanes"
      role="group"
      aria-label="Cards. Arrow keys move between them, Enter opens one."
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {children((id) => id === current)}
    </div>
  )
}

function firstCard(rows: readonly LaneRow[]): string | undefined {
  for (const row of rows) {
    for (const cell of row.cells) {
      const first = cell.steps.flat()[0] ?? cell.whole[0]
      if (first) return first.id
    }
  }
  return undefined
}
