import { useQuery } from '@tanstack/react-query'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { IdentityRule, IdentityRules } from '../../../journey/identity.ts'
import { sourcesQuery, vocabularyQuery } from '../../api/queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { NamePicker } from '../../ui/name-picker.tsx'

export interface RulesFormProps {
  readonly rules: IdentityRules
  readonly isDisabled: boolean
  readonly onSave: (rules: IdentityRules) => void
}

/** The rules as they are being written; nothing happens before they are saved. */
export function RulesForm({ rules, isDisabled, onSave }: RulesFormProps) {
  const [draft, setDraft] = useState(rules)
  const [prefixes, setPrefixes] = useState(rules.strong.prefixes.join(', '))
  const sources = useQuery(sourcesQuery)
  const change = (at: number, rule: IdentityRule | undefined): void =>
    setDraft({ ...draft, rules: draft.rules.flatMap((one, place) => (place === at ? (rule ? [rule] : []) : [one])) })
  const raise = (at: number): void => {
    const moved = [...draft.rules]
    moved.splice(at - 1, 0, ...moved.splice(at, 1))
    setDraft({ ...draft, rules: moved })
  }
  const add = (rule: IdentityRule): void => setDraft({ ...draft, rules: [...draft.rules, rule] })
  const whole: IdentityRules = { ...draft, strong: { ...draft.strong, prefixes: namesIn(prefixes) } }
  const unready = draft.rules.some(({ property }) => property.trim() === '')
  return (
    <div className="stack identity-rules">
      {draft.rules.length === 0 ? (
        <p className="soft">There are no rules yet: every id is a customer of its own. Add one of the two kinds.</p>
      ) : (
        <ol className="identity-list">
          {draft.rules.map((rule, at) => (
            // Rules have no name of their own: their place is what they are.
            <li key={`${at} ${rule.kind}`} className="row identity-rule">
              <RuleFields rule={rule} onChange={(next) => change(at, next)} />
              <span className="push row">
                <IconButton label="Try this rule earlier" isDisabled={at === 0} onPress={() => raise(at)}>
                  <ArrowUp size={15} aria-hidden />
                </IconButton>
                <IconButton label="Remove this rule" onPress={() => change(at, undefined)}>
                  <Trash2 size={15} aria-hidden />
                </IconButton>
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="row">
        <Button small onPress={() => add({ kind: 'same-event', property: '', strong: true })}>
          <Plus size={14} aria-hidden />
          An event names another id
        </Button>
        <Button small onPress={() => add({ kind: 'shared-key', property: '', form: 'email', most: 4 })}>
          <Plus size={14} aria-hidden />
          Ids share a key
        </Button>
      </div>
      <fieldset className="identity-strong">
        <legend>Ids that name one person for certain</legend>
        <p className="soft small">
          Two such ids are never joined by a device or a key that they share. Name the systems whose ids are certain, or how they begin.
        </p>
        <div className="row">
          <NamePicker
            label="Sources"
            names={(sources.data?.rows ?? []).map(({ name, customers }) => ({ name, count: customers }))}
            chosen={draft.strong.sources}
            onChange={(chosen) => setDraft({ ...draft, strong: { ...draft.strong, sources: chosen } })}
          />
          <TextField label="Ids that begin with" placeholder="user-, crm:" value={prefixes} onChange={setPrefixes} />
        </div>
      </fieldset>
      <div className="row">
        <Button look="primary" isDisabled={isDisabled || unready} onPress={() => onSave(whole)}>
          Save and join ids
        </Button>
        {unready ? <span className="soft small">Each rule needs a property.</span> : null}
      </div>
    </div>
  )
}

function RuleFields({ rule, onChange }: { readonly rule: IdentityRule; readonly onChange: (rule: IdentityRule) => void }) {
  const vocabulary = useQuery(vocabularyQuery)
  const names = (vocabulary.data?.properties ?? []).map((name) => ({ name }))
  const property = (
    <NamePicker
      label="Property"
      names={names}
      chosen={rule.property === '' ? [] : [rule.property]}
      onChange={([chosen]) => onChange({ ...rule, property: chosen ?? '' })}
      single
    />
  )
  if (rule.kind === 'same-event')
    return (
      <>
        <span>The property</span>
        {property}
        <span>holds another id of the same customer,</span>
        <SelectField
          label="How certain it is"
          hideLabel
          value={rule.alias ? 'alias' : rule.strong ? 'strong' : 'weak'}
          choices={[
            { value: 'strong', label: 'which is certain (a user number)' },
            { value: 'weak', label: 'which is not certain (a device)' },
            { value: 'alias', label: 'and may join two certain ids (an alias)' },
          ]}
          onChange={(value) =>
            onChange({
              kind: 'same-event',
              property: rule.property,
              ...(value === 'strong' ? { strong: true } : value === 'alias' ? { alias: true } : {}),
            })
          }
        />
      </>
    )
  return (
    <>
      <span>Ids with the same</span>
      {property}
      <SelectField
        label="How keys are compared"
        hideLabel
        value={rule.form}
        choices={[
          { value: 'email', label: 'compared as e-mail addresses' },
          { value: 'phone', label: 'compared as telephone numbers' },
          { value: 'exact', label: 'compared letter by letter' },
        ]}
        onChange={(form) => onChange({ ...rule, form: form as typeof rule.form })}
      />
      <span>are one customer, unless more than</span>
      <TextField
        label="Ids that may share a key"
        hideLabel
        type="number"
        className="identity-most"
        value={String(rule.most)}
        onChange={(value) => onChange({ ...rule, most: Math.min(1000, Math.max(2, Math.round(Number(value)) || 2)) })}
      />
      <span>share it.</span>
    </>
  )
}

const namesIn = (text: string): readonly string[] => [...new Set(text.split(',').map((one) => one.trim()))].filter((one) => one !== '')
