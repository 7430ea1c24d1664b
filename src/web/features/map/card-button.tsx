import { memo, type CSSProperties } from 'react'
import { cardFace } from '../../../exports/card-face.ts'
import { emotionColour } from '../../../exports/look/colour.ts'
import type { Card } from '../../../journey/map.ts'
import { usePalette } from '../../ui/theme.ts'

/** One card: plain text and its standing. Clicks and keys are handled by the grid around it, so two thousand of them stay light. */
export const CardButton = memo(function CardButton({ card, focusable }: { readonly card: Card; readonly focusable: boolean }) {
  const face = cardFace(card)
  const palette = usePalette()
  const tone = face.tone === undefined ? {} : ({ '--tone': emotionColour(face.tone, palette) } as CSSProperties)
  return (
    <button
      type="button"
      id={`card-${card.id}`}
      data-card={card.id}
      data-standing={card.standing.kind}
      data-painful={face.painful || undefined}
      data-kind={card.body.kind}
      className="card"
      tabIndex={focusable ? 0 : -1}
      style={tone}
    >
      {face.tag === undefined ? null : <span className="card-tag">{face.tag}</span>}
      <span className="card-line">
        <span className="card-title">{face.title}</span>
        {face.figure === undefined ? null : <span className="card-figure numeric">{face.figure}</span>}
      </span>
      {face.meter === undefined ? null : (
        <span className="card-meter">
          <span style={{ width: `${Math.min(1, face.meter) * 100}%` }} />
        </span>
      )}
      {face.tone === undefined ? null : <Tone tone={face.tone} />}
      {face.detail === undefined ? null : <span className="card-detail">{face.detail}</span>}
      <span className="visually-hidden">{card.standing.kind}</span>
    </button>
  )
})

function Tone({ tone }: { readonly tone: number }) {
  return (
    <span className="card-tone">
      <span style={{ insetInlineStart: `${((tone + 1) / 2) * 100}%` }} />
    </span>
  )
}
