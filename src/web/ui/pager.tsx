import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatCount } from '../../exports/format.ts'
import { IconButton } from './button.tsx'

export interface PagerProps {
  readonly total: number
  readonly limit: number
  readonly offset: number
  readonly onMove: (offset: number) => void
}

export function Pager({ total, limit, offset, onMove }: PagerProps) {
  if (total <= limit) return null
  return (
    <nav className="pager" aria-label="Pages">
      <IconButton label="Page before" isDisabled={offset === 0} onPress={() => onMove(Math.max(0, offset - limit))}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <span className="numeric" aria-live="polite">
        {formatCount(offset + 1)}–{formatCount(Math.min(total, offset + limit))} of {formatCount(total)}
      </span>
      <IconButton label="Next page" isDisabled={offset + limit >= total} onPress={() => onMove(offset + limit)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
    </nav>
  )
}
