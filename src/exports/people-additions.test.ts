import { expect, test } from 'vitest'
import { editedMap, onePixel } from '../../test/fixtures/edited-map.ts'
import { cardFace } from './card-face.ts'
import { evidenceWords } from './evidence-words.ts'
import { mapToHtml } from './map-to-html.ts'
import { mapToMermaid } from './map-to-mermaid.ts'
import { mapToSvg } from './map-to-svg.ts'

const map = editedMap()
const card = (id: string) => map.cards.find((candidate) => candidate.id === id)!
const drawings = { svg: mapToSvg(map), html: mapToHtml(map) }

test.each(Object.entries(drawings))('%s leaves out hidden cards and shows notes, pictures, linked maps and drawn curves', (_, drawn) => {
  expect(drawn).not.toContain('Hidden thought')
  expect(drawn).toContain('Doubled since May')
  expect(drawn).toContain('Shop window')
  expect(drawn).toContain('not measured yet')
  expect(drawn.replaceAll('&#43;', '+')).toContain(onePixel)
  expect(drawn).toContain(`${map.stages[0]!.steps[0]!.name} ↗`)
  expect(drawn).toContain('Ada, the careful buyer: −0.60, drawn by people')
  expect(drawn).toContain('Dashed:')
})

test('a card placed by hand claims no numbers', () => {
  expect(cardFace(card('own-touchpoint'))).toEqual({ title: 'Shop window', detail: 'shop · Retail', quoted: false, painful: false })
  expect(cardFace(card('own-kpi'))).toEqual({
    title: 'Visitors who enter',
    detail: 'not measured yet · target 40\u00a0%',
    quoted: false,
    painful: false,
  })
})

test('an image is drawn only when it is a harmless picture inside the file', () => {
  for (const image of ['asset-7', 'data:image/svg+xml;base64,AAAA', 'https://example.com/a.png', 'data:image/png;base64,AA"onload="x'])
    expect(cardFace({ ...card('own-image'), body: { kind: 'image', image, alt: '' } })).toEqual({
      title: 'Image without a description',
      quoted: false,
      painful: false,
    })
})

test('a highlight of research is told as evidence, a to-do as a fact', () => {
  expect(evidenceWords(card('own-heard'), map).items).toEqual([
    { head: 'From research', quote: 'I looked for the price for ten minutes.', text: 'Interview with R. · pricing' },
  ])
  expect(evidenceWords(card('own-text'), map).facts).toEqual(['To find out: nobody has shown this yet'])
})

test('Mermaid takes the drawn value where nothing was measured', () => {
  const { emotion: _, ...unmeasured } = map
  expect(mapToMermaid(unmeasured)).toContain(`${map.stages[0]!.steps[0]!.name}: 2`)
})
