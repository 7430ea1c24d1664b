import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Identity } from '../../../contract/identity.ts'
import { formatCount } from '../../../exports/format.ts'
import type { IdentityJoin, IdentityRule, JoinState } from '../../../journey/identity.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { joinsPage, joinsQuery } from './identity-queries.ts'

export interface JoinsListProps {
  readonly identity: Identity
  readonly isDisabled: boolean
  readonly onUndo: (join: Pick<IdentityJoin, 'a' | 'b' | 'key'>) => void
  readonly onRedo: (join: Pick<IdentityJoin, 'a' | 'b' | 'key'>) => void
}

const states: readonly { readonly value: JoinState; readonly label: string }[] = [
  { value: 'joined', label: 'Joined' },
  { value: 'refused', label: 'Not joined' },
  { value: 'undone', label: 'Taken back' },
]

/** Every reason to hold two ids for one customer, by what came of it. */
export function JoinsList({ identity, isDisabled, onUndo, onRedo }: JoinsListProps) {
  const [shown, setShown] = useState({ state: 'joined' as JoinState, find: '', offset: 0 })
  const query = useQuery(joinsQuery(shown))
  return (
    <div className="stack">
      <div className="spread">
        <Segmented
          label="What came of it"
          value={shown.state}
          choices={states.map(({ value, label }) => ({ value, label: `${label} ${formatCount(identity.counts[value])}` }))}
          onChange={(state) => setShown({ ...shown, state, offset: 0 })}
        />
        <TextField
          label="Find an id or key"
          hideLabel
          placeholder="Find an id or key"
          type="search"
          value={shown.find}
          onChange={(find) => setShown({ ...shown, find, offset: 0 })}
        />
      </div>
      <Loaded query={query} rows={6}>
        {({ total, rows }) =>
          rows.length === 0 ? (
            <p className="soft">{shown.find === '' ? 'None.' : 'No id or key holds this text.'}</p>
          ) : (
            <>
              <div className="table-wrap" tabIndex={0} role="group" aria-label="Joins">
                <table className="table">
                  <thead>
                    <tr>
                      <th scope="col">Id</th>
                      <th scope="col">and id</th>
                      <th scope="col">Reason</th>
                      <th scope="col">
                        <span className="visually-hidden">What to do</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((join) => (
                      <tr key={`${join.rule} ${join.a} ${join.b} ${join.key}`}>
                        <th scope="row">
                          <CustomerLink id={join.a} />
                        </th>
                        <td>
                          <CustomerLink id={join.b} />
                        </td>
                        <td className="soft">
                          {reasonOf(join, identity.rules.rules[join.rule])}
                          {join.why === '' ? null : <div>Not joined: {join.why}.</div>}
                        </td>
                        <td className="end">
                          {join.state === 'joined' ? (
                            <Button small isDisabled={isDisabled} onPress={() => onUndo(join)}>
                              Take back
                            </Button>
                          ) : join.state === 'undone' ? (
                            <Button small isDisabled={isDisabled} onPress={() => onRedo(join)}>
                              Join again
                            </Button>
                          ) : null}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager total={total} limit={joinsPage} offset={shown.offset} onMove={(offset) => setShown({ ...shown, offset })} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

const CustomerLink = ({ id }: { readonly id: string }) => (
  <Link to="/explore/$view" params={{ view: 'customer' }} search={{ customer: id }}>
    {id}
  </Link>
)

function reasonOf({ key }: IdentityJoin, rule: IdentityRule | undefined): string {
  if (rule === undefined) return 'A rule that is no longer there'
  return rule.kind === 'shared-key' ? `Both have the ${rule.property} ${key}` : `An event names both, by ${rule.property}`
}
