import type { Card } from '../../journey/map.ts'
import { cardFace, type CardFace } from '../card-face.ts'
import { measureText } from '../text/measure-text.ts'
import { wrapText } from '../text/wrap-text.ts'
import { type } from '../tokens.ts'
import type { PlacedCard } from './map-types.ts'

export const cardPadding = 8
/** Room at a card's left for its quotation mark. */
export const quoteRoom = 14
export const meterHeight = 9
export const tagHeight = 13
/** Of a picture on a card, with the room under it. */
export const imageHeight = 104

export const titleStyle = { size: type.card.size, weight: 600 } as const
export const textStyle = { size: type.card.size, weight: 400 } as const
export const detailStyle = { size: type.tiny.size, weight: 400 } as const
export const figureStyle = { size: type.figure.size, weight: 600 } as const

/** Breaks a card's text for a width and says how high it becomes; its place is (0, 0). */
export function layoutCard(card: Card, width: number, step?: string): PlacedCard {
  const face = withStep(cardFace(card), card, step)
  const room = width - 2 * cardPadding - (face.quoted ? quoteRoom : 0)
  const plain = face.quoted || (card.body.kind === 'text' && face.figure === undefined)
  const markRoom = 14
  const titleLines = wrapText(face.title, plain ? textStyle : titleStyle, { width: room - markRoom, lines: plain ? 8 : 4 })
  const detailLines = face.detail === undefined ? [] : wrapText(face.detail, detailStyle, { width: room, lines: 5 })
  const noteLines = face.note === undefined ? [] : wrapText(face.note, detailStyle, { width: room, lines: 5 })
  const titleWidth = Math.max(...titleLines.map((line) => measureText(line, titleStyle)))
  const figureBeside =
    face.figure === undefined ||
    (width >= 165 && titleLines.length === 1 && titleWidth + measureText(face.figure, figureStyle) + 10 <= room - markRoom)
  const height =
    2 * cardPadding +
    (face.tag === undefined ? 0 : tagHeight) +
    titleLines.length * type.card.line +
    (figureBeside ? 0 : type.figure.line) +
    (face.meter === undefined && face.tone === undefined ? 0 : meterHeight) +
    (detailLines.length + noteLines.length) * type.tiny.line +
    (face.image === undefined ? 0 : imageHeight)
  return { card, face, x: 0, y: 0, width, height, titleLines, detailLines, noteLines, figureBeside }
}

/** Where cards of several steps lie together, a card that does not name its step says it. */
function withStep(face: CardFace, card: Card, step: string | undefined): CardFace {
  if (step === undefined || card.body.kind === 'touchpoint' || face.title.includes(step)) return face
  return { ...face, detail: face.detail === undefined ? step : `${face.detail} · ${step}` }
}
