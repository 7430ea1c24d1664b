import { cardPadding, detailStyle, figureStyle, imageHeight, meterHeight, quoteRoom, tagHeight, textStyle } from '../layout/card.ts'
import type { PlacedCard } from '../layout/map-types.ts'
import { radius, standings, type, type StandingLook } from '../tokens.ts'
import { element } from './element.ts'
import type { Paint } from './paint.ts'
import { standingMark } from './standing-mark.ts'
import { line, lines } from './text.ts'

/** A card at its place: edge and filling by standing, then tag, figure, title, meter and detail. */
export function drawCard(placed: PlacedCard, paint: Paint, hatch: string): string {
  const look = standings[placed.card.standing.kind]
  return [
    drawEdge(placed, paint, { look, hatch }),
    standingMark(placed.card.standing.kind, { x: placed.x + placed.width - 13, y: placed.y + 12 }, paint),
    drawWords(placed, paint),
  ].join('')
}

function drawEdge(placed: PlacedCard, paint: Paint, how: { readonly look: StandingLook; readonly hatch: string }): string {
  const { look } = how
  const box = { x: placed.x + 0.5, y: placed.y + 0.5, width: placed.width - 1, height: placed.height - 1, rx: radius.card }
  const pain = placed.face.painful
  const edge = {
    stroke: paint.colour(pain ? 'bad' : 'line'),
    'stroke-width': look.dash.length > 0 ? 1.2 : 0.8,
    'stroke-dasharray': look.dash.length > 0 ? look.dash.join(' ') : undefined,
    'stroke-linecap': look.dash[0] === 1.5 ? 'round' : undefined,
  }
  const filling = element('rect', { ...box, fill: look.filled ? paint.colour(pain ? 'badSoft' : 'surface') : 'none', ...edge })
  const hatching = look.hatched ? element('rect', { ...box, fill: `url(#${how.hatch})` }) : ''
  const rule = pain
    ? element('rect', { x: placed.x, y: placed.y + 5, width: 3, height: placed.height - 10, rx: 1.5, fill: paint.colour('bad') })
    : ''
  const quote = look.quoted || placed.face.quoted ? drawQuote(placed, paint) : ''
  return filling + hatching + rule + quote
}

/** Reported cards carry an opening quotation mark; words of customers begin beside it. */
function drawQuote(placed: PlacedCard, paint: Paint): string {
  if (!placed.face.quoted) return ''
  return line(
    '“',
    { x: placed.x + cardPadding - 1, y: placed.y + cardPadding + 17 },
    { size: 24, weight: 600, fill: paint.lane('verbatims') },
  )
}

function drawWords(placed: PlacedCard, paint: Paint): string {
  const { face } = placed
  const x = placed.x + cardPadding + (face.quoted ? quoteRoom : 0)
  const right = placed.x + placed.width - cardPadding
  let y = placed.y + cardPadding
  const out: string[] = []
  if (face.image !== undefined) {
    const box = { x, y, width: right - x - 16, height: imageHeight - 8, preserveAspectRatio: 'xMinYMid meet' }
    out.push(element('image', { ...box, href: face.image }))
    y += imageHeight
  }
  if (face.tag !== undefined) {
    out.push(line(face.tag, { x, y: y + 9 }, { size: type.tiny.size, weight: 600, fill: paint.colour('bad') }))
    y += tagHeight
  }
  if (face.figure !== undefined) {
    const beside = placed.figureBeside
    const at = beside ? { x: right - 16, y: y + 13 } : { x, y: y + 16 }
    out.push(line(face.figure, at, { size: figureStyle.size, weight: 600, fill: paint.colour('ink'), anchor: beside ? 'end' : 'start' }))
    if (!beside) y += type.figure.line
  }
  const plain = face.quoted || (placed.card.body.kind === 'text' && face.figure === undefined)
  const muted = placed.card.standing.kind === 'no data'
  out.push(
    lines(
      placed.titleLines,
      { x, y: y + 12, leading: type.card.line },
      { size: textStyle.size, weight: plain ? 400 : 600, fill: paint.colour(muted ? 'inkFaint' : 'ink') },
    ),
  )
  y += placed.titleLines.length * type.card.line
  if (face.meter !== undefined || face.tone !== undefined) {
    out.push(drawMeter(placed, paint, { x, y: y + 2, width: right - x }))
    y += meterHeight
  }
  const small = { size: detailStyle.size, fill: paint.colour('inkSoft') }
  out.push(lines(placed.detailLines, { x, y: y + 10, leading: type.tiny.line }, small))
  y += placed.detailLines.length * type.tiny.line
  out.push(lines(placed.noteLines, { x, y: y + 10, leading: type.tiny.line }, { ...small, italic: true }))
  return out.join('')
}

function drawMeter(placed: PlacedCard, paint: Paint, box: { readonly x: number; readonly y: number; readonly width: number }): string {
  const track = element('rect', { x: box.x, y: box.y, width: box.width, height: 3.5, rx: 1.75, fill: paint.colour('sunken') })
  if (placed.face.tone === undefined) {
    const share = Math.min(1, Math.max(0, placed.face.meter ?? 0))
    return (
      track +
      element('rect', {
        x: box.x,
        y: box.y,
        width: Math.max(1, share * box.width),
        height: 3.5,
        rx: 1.75,
        fill: paint.lane(placed.card.body.kind === 'channel' ? 'channels' : 'touchpoints'),
      })
    )
  }
  const middle = box.x + box.width / 2
  const end = middle + (Math.min(1, Math.max(-1, placed.face.tone)) * box.width) / 2
  const bar = element('rect', {
    x: Math.min(middle, end),
    y: box.y,
    width: Math.max(1, Math.abs(end - middle)),
    height: 3.5,
    fill: paint.emotion(placed.face.tone),
  })
  return track + bar + element('rect', { x: middle - 0.5, y: box.y - 1.5, width: 1, height: 6.5, fill: paint.colour('inkFaint') })
}
