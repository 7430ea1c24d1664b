import { Button } from 'react-aria-components'
import { formatCount } from '../../exports/format.ts'
import { classNames } from './class-names.ts'

export interface NumberButtonProps {
  readonly value: number
  /** What the number counts, for people who do not see its place: "journeys that leave at Checkout". */
  readonly label: string
  readonly onOpen: () => void
  readonly text?: string
  readonly className?: string
}

/** A number that opens the list behind it. A zero has no list and is plain text. */
export function NumberButton({ value, label, onOpen, text, className }: NumberButtonProps) {
  const shown = text ?? formatCount(value)
  if (value === 0) return <span className={classNames('numeric', 'number-zero', className)}>{shown}</span>
  return (
    <Button className={classNames('number-button numeric', className)} aria-label={`${shown} ${label}: open the list`} onPress={onOpen}>
      {shown}
    </Button>
  )
}
