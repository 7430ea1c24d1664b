import type { ReactNode } from 'react'

/** An empty place that says what belongs here and how to fill it. */
export function Empty({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="empty">
      <h2 className="empty-title">{title}</h2>
      <div className="empty-text">{children}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  )
}

/** Grey bars in the place of what is being fetched. */
export function Skeleton({ rows = 6, label = 'Loading' }: { readonly rows?: number; readonly label?: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} style={{ width: `${92 - ((index * 37) % 45)}%` }} />
      ))}
    </div>
  )
}
