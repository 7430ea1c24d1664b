import { useState, type KeyboardEvent } from 'react'
import type { OwnBody } from '../../journey/edit.ts'
import type { Card, KpiUnit } from '../../journey/map.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { useEditor, useSignal } from './editor-context.tsx'

/** What a person may change about a card: its note or text, its own numbers, owner, and what it is marked as. */
export function CardForm({ card }: { readonly card: Card }) {
  const editor = useEditor()
  useSignal(editor, 'mode')
  if (!editor.canEdit) return null
  const flag = (name: string, kind: 'pinned' | 'hidden' | 'assumed', on: boolean): void =>
    void editor.apply(name, [{ kind: 'flag-cards', cards: [card.id], flag: kind, on }])
  const assumed = card.standing.kind === 'assumed'
  return (
    <section className="card-form" aria-label="Change the card">
      <Kept
        label={card.body.kind === 'text' ? 'Text' : 'Note'}
        rows={3}
        value={card.body.kind === 'text' ? card.body.text : (card.note ?? '')}
        onSave={(text) => editor.apply('Text', [{ kind: 'set-text', card: card.id, text, marks: [] }])}
      />
      <OwnFields card={card} />
      <Kept
        label="Owner"
        value={card.owner ?? ''}
        onSave={(owner) => editor.apply('Owner', [{ kind: 'set-owner', card: card.id, owner: owner === '' ? null : owner }])}
      />
      <div className="row">
        <Button small onPress={() => flag(card.pinned ? 'Unpin a card' : 'Pin a card', 'pinned', !card.pinned)}>
          {card.pinned ? 'Unpin' : 'Pin'}
        </Button>
        <Button small onPress={() => flag(card.hidden ? 'Show a card' : 'Hide a card', 'hidden', !card.hidden)}>
          {card.hidden ? 'Show' : 'Hide'}
        </Button>
        <Button small onPress={() => flag('Mark as assumed', 'assumed', !card.assumed)}>
          {card.assumed ? 'No longer assumed' : 'Mark as assumed'}
        </Button>
        {assumed || card.findOut ? (
          <Button
            small
            onPress={() =>
              editor.apply('To find out', [
                { kind: 'set-find-out', card: card.id, state: card.findOut === 'open' ? 'done' : card.findOut === 'done' ? null : 'open' },
              ])
            }
          >
            {card.findOut === 'open' ? 'Found out' : card.findOut === 'done' ? 'Clear “found out”' : 'Find out'}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

const units: readonly { readonly value: KpiUnit; readonly label: string }[] = [
  { value: 'rate', label: 'Share, in %' },
  { value: 'ms', label: 'Time, in hours' },
  { value: 'count', label: 'Count' },
  { value: 'score', label: 'Score' },
]
/** A person's number in the unit they read, and back: a rate in percent, a time in hours. */
const factor: Readonly<Record<KpiUnit, number>> = { rate: 0.01, ms: 3_600_000, count: 1, score: 1 }
const shown = (value: number | null | undefined, unit: KpiUnit): string =>
  value === null || value === undefined ? '' : String(Number((value / factor[unit]).toPrecision(10)))
const meant = (text: string, unit: KpiUnit): number | null =>
  text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text) * factor[unit]

function OwnFields({ card }: { readonly card: Card }) {
  const editor = useEditor()
  const { body } = card
  const computed = card.standing.kind !== 'assumed' && card.evidence.length > 0
  const set = (next: Exclude<OwnBody, { kind: 'text' }>): void =>
    void editor.apply('Change a card', [{ kind: 'set-body', card: card.id, body: next }])
  if (body.kind === 'kpi')
    return (
      <>
        {computed ? null : (
          <>
            <Kept label="Name of the KPI" value={body.name} onSave={(name) => set({ ...body, name })} />
            <SelectField label="Unit" value={body.unit} choices={units} onChange={(unit) => set({ ...body, unit: unit as KpiUnit })} />
            <Kept
              label="Actual value; without evidence it is an assumption"
              value={shown(body.value, body.unit)}
              onSave={(text) => set({ ...body, value: meant(text, body.unit) })}
            />
          </>
        )}
        <Kept
          label="Target"
          value={shown(body.target, body.unit)}
          onSave={(text) => editor.apply('Target', [{ kind: 'set-target', card: card.id, target: meant(text, body.unit) }])}
        />
      </>
    )
  if (computed) return null
  if (body.kind === 'touchpoint')
    return (
      <>
        <Kept label="Touchpoint" value={body.touchpoint} onSave={(touchpoint) => set({ ...body, touchpoint })} />
        <Kept label="Channel" value={body.channel} onSave={(channel) => set({ ...body, channel })} />
      </>
    )
  if (body.kind === 'image')
    return <Kept label="What the picture shows, for who cannot see it" value={body.alt} onSave={(alt) => set({ ...body, alt })} />
  return null
}

interface KeptProps {
  readonly label: string
  readonly value: string
  readonly rows?: number
  readonly onSave: (value: string) => void
}
/** A field that keeps what is typed when it is left or Enter is pressed. */
function Kept({ label, value, rows, onSave }: KeptProps) {
  const [typed, setTyped] = useState<string | undefined>()
  const save = (): void => {
    if (typed !== undefined && typed !== value) onSave(typed)
    setTyped(undefined)
  }
  const shared = {
    className: 'control prose-field',
    value: typed ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
    onBlur: save,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) save()
  }
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      {rows === undefined ? <input {...shared} onKeyDown={onKeyDown} /> : <textarea {...shared} rows={rows} maxLength={20_000} />}
    </label>
  )
}
