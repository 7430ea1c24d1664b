import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OwnBody } from '../../../journey/edit.ts'
import type { Card, KpiUnit } from '../../../journey/map.ts'
import { useEditor } from '../../canvas/editor-context.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { TouchpointPicker } from '../touchpoints/touchpoint-picker.tsx'
import { Kept } from './kept-field.tsx'

type Body<Kind extends OwnBody['kind']> = Extract<OwnBody, { kind: Kind }>
type Set = (body: Exclude<OwnBody, { kind: 'text' }>) => void

/** What a person may write into a card that is not a text. Of a computed card it is the target only. */
export function OwnFields({ card, computed }: { readonly card: Card; readonly computed: boolean }) {
  const editor = useEditor()
  const { body } = card
  const set: Set = (next) => void editor.apply('Change a card', [{ kind: 'set-body', card: card.id, body: next }])
  if (body.kind === 'kpi')
    return (
      <>
        {computed ? null : <KpiFields body={body} set={set} />}
        <Kept
          label="Target"
          value={shown(body.target, body.unit)}
          onSave={(text) => editor.apply('Target', [{ kind: 'set-target', card: card.id, target: meant(text, body.unit) }])}
        />
      </>
    )
  if (computed) return null
  if (body.kind === 'touchpoint') return <TouchpointFields body={body} set={set} />
  if (body.kind === 'image')
    return <Kept label="What the picture shows, for who cannot see it" value={body.alt} onSave={(alt) => set({ ...body, alt })} />
  return null
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

function KpiFields({ body, set }: { readonly body: Body<'kpi'>; readonly set: Set }) {
  return (
    <>
      <Kept label="Name of the KPI" value={body.name} onSave={(name) => set({ ...body, name })} />
      <SelectField label="Unit" value={body.unit} choices={units} onChange={(unit) => set({ ...body, unit: unit as KpiUnit })} />
      <Kept
        label="Actual value; without evidence it is an assumption"
        value={shown(body.value, body.unit)}
        onSave={(text) => set({ ...body, value: meant(text, body.unit) })}
      />
    </>
  )
}

/** A touchpoint of the library follows it; any other is called as a person writes it. */
function TouchpointFields({ body, set }: { readonly body: Body<'touchpoint'>; readonly set: Set }) {
  const [choosing, setChoosing] = useState(false)
  const { library, team, ...own } = body
  return (
    <>
      {library === undefined ? (
        <>
          <Kept label="Touchpoint" value={body.touchpoint} onSave={(touchpoint) => set({ ...body, touchpoint })} />
          <Kept label="Channel" value={body.channel} onSave={(channel) => set({ ...body, channel })} />
        </>
      ) : (
        <p className="small">
          <strong>{body.touchpoint}</strong> {[body.channel, team].filter(Boolean).join(', ')}. Name, channel and team follow the{' '}
          <Link to="/touchpoints">touchpoint library</Link>.
        </p>
      )}
      <div className="row">
        <Button small aria-expanded={choosing} onPress={() => setChoosing(!choosing)}>
          {library === undefined ? 'Choose from the library' : 'Choose another'}
        </Button>
        {library === undefined ? null : (
          <Button small onPress={() => set(own)}>
            Let it go from the library
          </Button>
        )}
      </div>
      {choosing ? (
        <TouchpointPicker
          onChoose={(chosen) => {
            set({
              ...own,
              touchpoint: chosen.name,
              channel: chosen.channel,
              library: chosen.id,
              ...(chosen.team === '' ? {} : { team: chosen.team }),
            })
            setChoosing(false)
          }}
        />
      ) : null}
    </>
  )
}
