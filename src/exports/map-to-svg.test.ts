import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import type { JourneyMap } from '../journey/map.ts'
import { mapForTests } from './map-for-tests.ts'
import { mapToSvg } from './map-to-svg.ts'
import { svgToPng } from './svg-to-png.ts'

const font = (file: string): string => new URL(`../../node_modules/@expo-google-fonts/inter/${file}`, import.meta.url).pathname
const fontFiles = [font('400Regular/Inter_400Regular.ttf'), font('600SemiBold/Inter_600SemiBold.ttf')]
const hostile = `</text><script>alert(1)</script><img src=x onerror="alert(2)">&'\u0000\ud800`

interface Seen {
  readonly names: Set<string>
  readonly texts: string[]
  readonly attributes: string[]
}

function read(svg: string): Seen {
  const seen: Seen = { names: new Set(), texts: [], attributes: [] }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    seen.names.add(tag.name)
    seen.attributes.push(...Object.entries(tag.attributes).map(([name, value]) => `${name}=${String(value)}`))
  })
  parser.on('text', (text) => void seen.texts.push(text))
  parser.write(svg).close()
  return seen
}

const { river: _river, emotion: _emotion, basis: _basis, ...byHand } = mapForTests({ stages: 2, stepsPerStage: 1, cardsPerCell: 1 })
const maps: Record<string, JourneyMap> = {
  example: exampleMap(),
  'one stage': mapForTests({ stages: 1, stepsPerStage: 1, cardsPerCell: 1 }),
  'twelve stages': mapForTests({ stages: 12, stepsPerStage: 3, cardsPerCell: 1 }),
  'two thousand cards': mapForTests({ stages: 10, stepsPerStage: 4, cardsPerCell: 16 }),
  'drawn by hand': byHand,
  'nothing at all': { ...byHand, stages: [], lanes: [], cards: [] },
  hostile: mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1, text: hostile }),
  'other scripts': mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1, text: 'שלום 注文した商品 👩‍👩‍👧' }),
}

describe.each(Object.entries(maps))('the picture of the map: %s', (_, map) => {
  it.each(['light', 'dark'] as const)('is well-formed, plain and self-contained (%s)', (theme) => {
    const svg = mapToSvg(map, { theme })
    const seen = read(svg)
    expect([...seen.names].filter((name) => !allowed.has(name))).toEqual([])
    expect(seen.attributes.filter((attribute) => /^on|href=|url\((?!#)|javascript:/i.test(attribute))).toEqual([])
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })
  it('is the same every time', () => {
    expect(mapToSvg(map)).toBe(mapToSvg(structuredClone(map)))
  })
})

const allowed = new Set([
  'svg',
  'title',
  'desc',
  'defs',
  'pattern',
  'path',
  'rect',
  'text',
  'g',
  'line',
  'circle',
  'linearGradient',
  'stop',
])

it('says what the map rests on, every stage and every lane', () => {
  const map = exampleMap()
  const words = read(mapToSvg(map)).texts.join('\n').replaceAll('\u00a0', ' ')
  for (const name of [...map.stages.map((stage) => stage.name), ...map.lanes.map((lane) => lane.name), 'Observed', 'Assumed', 'No data'])
    expect(words).toContain(name)
  expect(words).toContain(`${map.basis?.journeys.toLocaleString('en-US')} journeys`)
  expect(words).toContain(map.basis?.hash.slice(0, 8))
})

describe('the PNG', () => {
  const small = mapToSvg(mapForTests({ stages: 2, stepsPerStage: 1, cardsPerCell: 1 }))
  it('is a PNG of the width that was asked for', () => {
    const made = svgToPng(small, { fontFiles, width: 800 })
    const bytes = Buffer.from(made.ok ? made.value : [])
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(800)
  })
  it('is refused when no font can be read, because text would vanish silently', () => {
    for (const files of [[], ['/nowhere/none.ttf']])
      expect(svgToPng(small, { fontFiles: files })).toMatchObject({ ok: false, error: { code: 'no_font' } })
  })
  it('is refused when it would be larger than memory should hold, or is no SVG', () => {
    expect(svgToPng(small, { fontFiles, width: 60_000 })).toMatchObject({ ok: false, error: { code: 'too_large' } })
    expect(svgToPng('not a picture', { fontFiles })).toMatchObject({ ok: false, error: { code: 'bad_svg' } })
  })
  it('does not fail on emoji and scripts that the fonts lack', () => {
    expect(svgToPng(mapToSvg(maps['other scripts'] ?? byHand), { fontFiles, scale: 0.5 }).ok).toBe(true)
  })
})
