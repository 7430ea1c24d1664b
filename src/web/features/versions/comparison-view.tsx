import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../../../exports/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ChangeItem } from './change-item.tsx'
import { compareQuery, comparedAtOnce, type Pair } from './version-queries.ts'
import { groupChanges } from './version-words.ts'

/** What differs between two versions, or a version and now, by stage. */
export function ComparisonView({ mapId, pair }: { readonly mapId: string; readonly pair: Pair }) {
  const [offset, setOffset] = useState(0)
  const query = useQuery(compareQuery(mapId, pair, offset))
  return (
    <Loaded query={query} rows={8}>
      {(comparison) => (
        <div className="stack comparison">
          <p role="status">
            <strong>{comparison.total === 0 ? 'No differences' : plural(comparison.total, 'difference')}</strong>
          </p>
          {groupChanges(comparison).map((group) => (
            <section key={group.id ?? 'map'} className="change-group" aria-label={group.name}>
              <h3>
                {group.name === '' ? 'Stage without a name' : group.name}
                {group.gone ? <span className="thread-gone">removed</span> : null}
                <span className="faint small numeric"> {group.changes.length}</span>
              </h3>
              <ul className="changes">
                {group.changes.map((change, index) => (
                  <ChangeItem key={`${change.what} ${change.id} ${change.kind} ${index}`} change={change} />
                ))}
              </ul>
            </section>
          ))}
          <Pager total={comparison.total} limit={comparedAtOnce} offset={offset} onMove={setOffset} />
        </div>
      )}
    </Loaded>
  )
}
