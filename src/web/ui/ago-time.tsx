import { useState } from 'react'
import { formatAgo, formatMoment } from './zone-time.ts'

/** "2 hours ago", as it was when it came on screen, with the moment itself on demand. */
export function AgoTime({ at, className }: { readonly at: number; readonly className?: string }) {
  const [now] = useState(() => Date.now())
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {formatAgo(at, now)}
    </time>
  )
}
