import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LibraryTouchpoint } from '../../../contract/touchpoints.ts'
import { formatCount, plural } from '../../../exports/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { RulesField } from './rules-field.tsx'
import { rulesPreviewQuery } from './touchpoint-queries.ts'
import type { Library } from './use-library.ts'

export interface TouchpointDialogProps {
  readonly touchpoint: LibraryTouchpoint
  readonly others: readonly LibraryTouchpoint[]
  readonly library: Library
  readonly may: boolean
  readonly onClose: () => void
}

/** One touchpoint: what it is, which event names mean it, where it is used, and what can be done with it. */
export function TouchpointDialog({ touchpoint, others, library, may, onClose }: TouchpointDialogProps) {
  const [rules, setRules] = useState(touchpoint.rules)
  const [description, setDescription] = useState(touchpoint.description)
  const said = rules.filter((rule) => rule.text !== '')
  const changed = JSON.stringify(said) !== JSON.stringify(touchpoint.rules) || description !== touchpoint.description
  const save = async (): Promise<void> => {
    if (await library.change(touchpoint.id, { rules: said, description })) onClose()
  }
  return (
    <Dialog title={touchpoint.name} isOpen place="side" onClose={onClose}>
      <div className="stack touchpoint-dialog">
        <p className="soft small">{[touchpoint.channel || 'No channel', touchpoint.team || 'no team yet'].join(', ')}</p>
        <label className="field">
          <span className="field-label">Description</span>
          <textarea
            className="control touchpoint-description"
            rows={2}
            maxLength={5000}
            readOnly={!may}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <RulesField rules={rules} readOnly={!may} onChange={setRules} />
        <Caught touchpoint={touchpoint.id} rules={said} />
        {library.error ? <ProblemNotice error={library.error} /> : null}
        {may ? (
          <div className="row">
            <Button look="primary" isDisabled={!changed} onPress={() => void save()}>
              Save
            </Button>
            <Button onPress={onClose}>{changed ? 'Give up the changes' : 'Close'}</Button>
          </div>
        ) : null}
        <WhereUsed touchpoint={touchpoint} />
        {may ? <MergeAndRemove touchpoint={touchpoint} others={others} library={library} onClose={onClose} /> : null}
      </div>
    </Dialog>
  )
}

function Caught({ touchpoint, rules }: { readonly touchpoint: string; readonly rules: LibraryTouchpoint['rules'] }) {
  const query = useQuery(rulesPreviewQuery({ touchpoint, rules }))
  return (
    <Loaded query={query} rows={3}>
      {(preview) => (
        <section className="caught" aria-label="What the rules take">
          <p role="status">
            Takes <strong className="numeric">{plural(preview.names, 'name')}</strong> with {formatCount(preview.events)} events.
          </p>
          <ul>
            {preview.rows.map((row) => (
              <li key={row.name} className="spread" data-lost={!row.wins || undefined}>
                <span className="unmapped-name">
                  {row.name}
                  {row.claimedBy ? (
                    <span className="caught-conflict">
                      {row.wins
                        ? `“${row.claimedBy.name}” wants it too; it stays here`
                        : `belongs to “${row.claimedBy.name}”, whose rule comes first`}
                    </span>
                  ) : null}
                </span>
                <span className="numeric soft">
                  {formatCount(row.events)}
                  {rules.length > 1 ? ` · rule ${row.rule + 1}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Loaded>
  )
}

function WhereUsed({ touchpoint: { maps } }: { readonly touchpoint: LibraryTouchpoint }) {
  return (
    <section className="stack">
      <h3>Used on</h3>
      {maps.length === 0 ? (
        <p className="soft small">No map yet. In a map, add a card to the touchpoints lane and choose this one.</p>
      ) : (
        <ul className="small">
          {maps.map(({ map, title, cards }) => (
            <li key={map}>
              <Link to="/maps/$map" params={{ map }}>
                {title}
              </Link>{' '}
              <span className="faint">{plural(cards, 'card')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type MergeProps = Pick<TouchpointDialogProps, 'touchpoint' | 'others' | 'library' | 'onClose'>

function MergeAndRemove({ touchpoint, others, library, onClose }: MergeProps) {
  const [into, setInto] = useState('')
  const choices = others.filter((one) => one.id !== touchpoint.id).map((one) => ({ value: one.id, label: one.name }))
  return (
    <section className="stack touchpoint-danger">
      {choices.length > 0 ? (
        <div className="row touchpoint-merge">
          <SelectField label="Merge into" value={into} choices={[{ value: '', label: 'Choose another' }, ...choices]} onChange={setInto} />
          <Button isDisabled={into === ''} onPress={() => void library.merge(touchpoint.id, into).then((done) => done && onClose())}>
            Merge
          </Button>
          <p className="faint small">The other one takes these rules and all cards. This cannot be undone in one step.</p>
        </div>
      ) : null}
      <Button
        look="danger"
        small
        className="touchpoint-remove"
        onPress={() => void library.remove(touchpoint.id).then((done) => done && onClose())}
      >
        Remove from the library
      </Button>
    </section>
  )
}
