import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { mapToGridCsv, mapToListCsv } from '../exports/map-to-csv.ts'
import type { JourneyMap } from '../journey/map.ts'
import { validateMap } from '../journey/validate-map.ts'
import { csvToMap } from '../sources/maps/csv-to-map.ts'
import { readCells } from '../sources/maps/read-cells.ts'

/** What a table holds of a map, without ids. */
function outline(map: JourneyMap) {
  const lane = new Map(map.lanes.map(({ id, name }) => [id, name]))
  const step = new Map(map.stages.flatMap(({ steps }) => steps.map(({ id, name }) => [id, name] as const)))
  return {
    stages: map.stages.map(({ name, steps }) => [name, ...steps.map((one) => one.name)]),
    lanes: map.lanes.map(({ name, kind }) => [name, kind]),
    cards: map.cards
      .map(({ lane: at, stage, step: of, body, owner }) => [
        lane.get(at),
        map.stages.findIndex(({ id }) => id === stage),
        of === undefined ? '' : step.get(of),
        body,
        owner,
      ])
      .map((card) => JSON.stringify(card))
      .toSorted(),
    curve: (map.drawnCurves?.[0]?.points ?? [])
      .map(({ step: of, value }) => [step.get(of), value] as const)
      .toSorted((a, b) => String(a).localeCompare(String(b))),
  }
}

const name = fc.stringMatching(/^[A-Z][a-zäß,;"'=é日-]{0,8}( [a-z😀]{1,5}){0,2}$/u)
const text = fc.oneof(name, fc.constantFrom('=SUM(A1)', '+1', '-x', '@me', '=2+3', 'a "quoted" word', "it's", "'led", 'a, b; c'))
const texts = fc.array(text, { maxLength: 2 })
const made = fc
  .record({
    stages: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    steps: fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
    lanes: fc.uniqueArray(fc.oneof(name, fc.constantFrom('Pain points', 'Thoughts')), { minLength: 1, maxLength: 3 }),
    cells: fc.array(texts, { minLength: 12, maxLength: 12 }),
    curve: fc.array(fc.constantFrom(-1, -0.25, 0, 0.5, 1), { minLength: 4, maxLength: 4 }),
  })
  .map(({ stages, steps, lanes, cells, curve }) => {
    const rows = ['stage,step,lane,text,score', ...stages.map((stage, s) => [stage, steps[s]![0], '', '', curve[s]].map(quoted).join(','))]
    const more = stages.flatMap((stage, s) => steps[s]!.slice(1).map((step) => [stage, step, '', '', ''].map(quoted).join(',')))
    const cards = lanes.flatMap((lane, l) =>
      stages.flatMap((stage, s) =>
        cells[(l * 4 + s) % 12]!.map((card, c) => [stage, c === 0 ? steps[s]!.at(-1) : '', lane, card, ''].map(quoted).join(',')),
      ),
    )
    return [...rows, ...more, ...lanes.map((lane) => `,,${quoted(lane)},,`), ...cards].join('\n')
  })
const quoted = (value: string | number | undefined) => `"${String(value ?? '').replaceAll('"', '""')}"`

test.each([
  ['grid', mapToGridCsv],
  ['list', mapToListCsv],
])('a map written as a %s and read again says the same', (_, write) => {
  fc.assert(
    fc.property(made, (csv) => {
      const first = csvToMap(csv)
      expect(first.problems).toEqual([])
      const again = csvToMap(write(first.map!))
      expect(again.problems).toEqual([])
      expect(outline(again.map!)).toEqual(outline(first.map!))
      expect(write(again.map!)).toBe(write(first.map!))
    }),
    { numRuns: 400 },
  )
})

test('cells are read as the field’s CSV parser reads them, and rows know their line', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', '\n', '\r', ';', '😀') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const csv = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
      const read = readCells(csv, ',')
      expect(read.rows.map(({ cells }) => cells)).toEqual(parse(csv, { relax_column_count: true, skip_empty_lines: false }))
      let line = 1
      for (const [index, row] of rows.entries()) {
        expect(read.rows[index]!.line).toBe(line)
        line += 1 + row.reduce((sum, one) => sum + one.split(/\r\n|[\r\n]/).length - 1, 0)
      }
    }),
    { numRuns: 300 },
  )
})

test('a grid as people keep it: merged stages, steps, bullets, merged lane names, channels, semicolons', () => {
  const { map, problems } = csvToMap(
    'Journey;Find;;Buy\nSteps;Search;Compare;Pay\nTouchpoints;Shop page (web);;Till\nThoughts;"- Is it good?\n• Too dear";;\n;;Later;\nEmotion curve;0,5;-1;',
  )
  expect(problems).toEqual([])
  expect(outline(map!)).toEqual({
    stages: [
      ['Find', 'Search', 'Compare'],
      ['Buy', 'Pay'],
    ],
    lanes: [
      ['Touchpoints', 'touchpoints'],
      ['Thoughts', 'thoughts'],
    ],
    cards: expect.anything(),
    curve: [
      ['Compare', -1],
      ['Search', 0.5],
    ],
  })
  expect(
    map!.cards.map(({ body }) =>
      body.kind === 'text' ? body.text : body.kind === 'touchpoint' ? `${body.touchpoint}/${body.channel}` : '',
    ),
  ).toEqual(['Shop page/web', 'Till/', 'Is it good?', 'Too dear', 'Later'])
})

test('what has no place is named by its line', () => {
  const grid = csvToMap(',A\n"Thoughts\n",x,lost\n,also,\n').problems
  expect(grid.map(({ line }) => line)).toEqual([2])
  const list = csvToMap('stage,lane,text,colour,score\nA,Thoughts,x,red,\n,Thoughts,lost,,\nA,,,,0.5').problems
  expect(list.map(({ line, message }) => [line, message.slice(0, 20)])).toEqual([
    [1, 'The column "colour" '],
    [3, 'This row names no st'],
    [4, 'A score belongs to a'],
  ])
  expect(csvToMap(',A\nThoughts,"open').problems).toMatchObject([{ line: 2, message: expect.stringContaining('never closed') }])
  expect(csvToMap(' \n').map).toBeUndefined()
  expect(csvToMap('just text').map).toBeUndefined()
})

test('any text at all is a valid map or a list of problems', () => {
  const piece = fc.constantFrom(',', '\n', '"', 'Steps', 'stage', 'text', 'lane', 'A', '\t', 'Emotion curve', '1', '\ud800', '\0')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
      ),
      (csv) => {
        const { map, problems } = csvToMap(csv)
        if (map) expect(validateMap(map)).toEqual([])
        else expect(problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a computed map as a table keeps every stage, step, lane and card', () => {
  const map = exampleMap()
  const { map: read, problems } = csvToMap(mapToListCsv(map))
  expect(problems).toEqual([])
  expect(read!.cards).toHaveLength(map.cards.length)
  expect(outline(read!).stages).toEqual(outline(map).stages)
  expect(outline(csvToMap(mapToGridCsv(map)).map!).stages).toEqual(outline(map).stages)
})
