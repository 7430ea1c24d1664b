import './refresh.css'
import { X } from 'lucide-react'
import type { RefreshedMap } from '../../../contract/jobs.ts'
import { formatCount, plural } from '../../../exports/format.ts'
import { IconButton } from '../../ui/button.tsx'

export interface RefreshedChangesProps {
  readonly refreshed: RefreshedMap
  readonly onClose: () => void
}

/** What a refresh changed, one line a change, with before and after. */
export function RefreshedChanges({ refreshed, onClose }: RefreshedChangesProps) {
  const { total, rows } = refreshed
  return (
    <section className="refresh-done" aria-label="What the refresh changed">
      <header className="spread">
        <p role="status">
          <strong>The map is up to date.</strong>{' '}
          {total === 0 ? 'Nothing that it shows has changed.' : `${plural(total, 'thing')} changed with the data:`}
        </p>
        <IconButton label="Close" onPress={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {rows.length > 0 ? (
        <div className="refresh-changes" tabIndex={0} role="group" aria-label="Changes">
          <ul>
            {rows.map((change, index) => (
              <li key={index} data-kind={change.kind}>
                {change.sentence}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {total > rows.length ? (
        <p className="small soft">And {formatCount(total - rows.length)} more; the versions show all of them.</p>
      ) : null}
    </section>
  )
}
