import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapToMermaid } from '../exports/map-to-mermaid.ts'
import { validateMap } from '../journey/validate-map.ts'
import { mermaidToMap } from '../sources/maps/mermaid-to-map.ts'

interface Told {
  title: string
  sections: { name: string; tasks: { name: string; score: number; actors: string[] }[] }[]
}

/** A plain reader by Mermaid's own token rules, apart from the importer: it knows no entities and forgives nothing. */
function readJourney(text: string): Told {
  const told: Told = { title: '', sections: [] }
  const [head, ...lines] = text.split('\n').map((line) => line.trim())
  expect(head).toMatch(/^journey$/i)
  for (const line of lines.filter((one) => one !== '')) {
    const title = /^title\s([^#\n;]+)$/i.exec(line)
    const section = /^section\s([^#:\n;]+)$/i.exec(line)
    const task = /^([^#:\n;]+):([^#\n;]+)$/.exec(line)
    if (title) told.title = title[1]!.trim()
    else if (section) told.sections.push({ name: section[1]!.trim(), tasks: [] })
    else if (task) {
      const [score = '', actors] = task[2]!.split(':')
      const names = actors === undefined ? [] : actors.split(',').map((actor) => actor.trim())
      told.sections.at(-1)!.tasks.push({ name: task[1]!.trim(), score: Number(score), actors: names.toSorted() })
    } else throw new Error(`The grammar has no such line: ${line}`)
  }
  return told
}

const write = ({ title, sections }: Told): string =>
  [
    'journey',
    `  title ${title}`,
    ...sections.flatMap(({ name, tasks }) => [
      `  section ${name}`,
      ...tasks.map((task) => `    ${task.name}: ${task.score}${task.actors.length > 0 ? `: ${task.actors.join(', ')}` : ''}`),
    ]),
  ].join('\n')

const word = fc
  .stringMatching(/^[A-Z][a-z0-9äß'"!?()&/-]{0,8}( [a-z€日😀]{1,6}){0,2}$/u)
  .filter((text) => !/^(journey|title|section|acc|the)/i.test(text))
const told: fc.Arbitrary<Told> = fc.record({
  title: word,
  sections: fc.array(
    fc.record({
      name: word,
      tasks: fc.array(
        fc.record({
          name: word,
          score: fc.integer({ min: 1, max: 5 }),
          actors: fc.uniqueArray(word, { maxLength: 3 }).map((actors) => actors.toSorted()),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

test('what the format can hold comes back: titles, sections, tasks, scores and actors', () => {
  fc.assert(
    fc.property(told, (journey) => {
      const { map, problems } = mermaidToMap(write(journey))
      expect(problems).toEqual([])
      expect(readJourney(mapToMermaid(map!))).toEqual(journey)
    }),
    { numRuns: 500 },
  )
})

test('any text at all is a valid map or a list of problems', () => {
  const piece = fc.constantFrom(
    'journey',
    'section ',
    'title ',
    ':',
    ';',
    '#',
    '%%',
    '\n',
    '---',
    'accDescr {',
    '}',
    ',',
    '5',
    'A b',
    '<br>',
    '#59;',
    '```',
    '\ud800',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((all) => `journey\n${all.join('')}`),
      ),
      (text) => {
        const { map, problems } = mermaidToMap(text)
        if (map) expect(validateMap(map)).toEqual([])
        else expect(problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 1000 },
  )
})

test('scores become a drawn curve, actors personas, and everything is assumed', () => {
  const { map } = mermaidToMap('journey\n title Buying\n section Look\n  Search: 5: Ana, Ben\n  Compare: 2: Ana\n section Buy\n  Pay: 3')
  expect(map!.title).toBe('Buying')
  expect(map!.personas.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
  expect(map!.drawnCurves![0]!.points.map(({ value }) => value)).toEqual([1, -0.5, 0])
  expect(map!.cards.map(({ standing }) => standing.kind)).toEqual(['assumed', 'assumed', 'assumed'])
  expect(map!.stages.map(({ name, steps }) => [name, steps.map((step) => step.name)])).toEqual([
    ['Look', ['Search', 'Compare']],
    ['Buy', ['Pay']],
  ])
})

test('each thing that does not fit is named by its line, with what to do', () => {
  const lines = [
    'journey',
    'section A',
    'no colon here',
    'Ticket #42 opened: 2: Me',
    'a; b: 3',
    'Odd: 12: Me',
    'Word: good',
    'More: 5: Me: admin',
    'Fine: 3',
  ]
  const { map, problems } = mermaidToMap(lines.join('\n'))
  expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
    [3, 'left-out'],
    [4, 'changed'],
    [4, 'left-out'],
    [5, 'left-out'],
    [6, 'changed'],
    [7, 'changed'],
    [8, 'changed'],
  ])
  expect(map!.stages[0]!.steps.map(({ name }) => name)).toEqual(['Odd', 'Word', 'More', 'Fine'])
})

test('front matter, fences, directives, comments, entity codes, descriptions and line breaks are read as Mermaid does', () => {
  const text = [
    '```mermaid',
    '---',
    'title: From the front',
    '---',
    '%%{init: {"theme": "dark"}}%%',
    'journey',
    'accDescr {',
    '  Two lines: of',
    '  description; even so',
    '}',
    '# a comment',
    'SECTION Wait #58; see',
    'First<br/>second #35;1: 4: Me',
    '```',
  ]
  const { map, problems } = mermaidToMap(text.join('\r\n'))
  expect(problems).toEqual([])
  expect(map).toMatchObject({ title: 'From the front', summary: 'Two lines: of description; even so' })
  expect(map!.stages.map(({ name, steps }) => [name, steps[0]!.name])).toEqual([['Wait : see', 'First second #1']])
})

test('what is no journey is refused; a task before any section has a stage; a section without tasks a step', () => {
  expect(mermaidToMap('flowchart LR\n a --> b')).toMatchObject({ problems: [{ line: 1, message: expect.stringContaining('"journey"') }] })
  expect(mermaidToMap('').map).toBeUndefined()
  expect(mermaidToMap('journey\n title Only a title').map).toBeUndefined()
  const { map } = mermaidToMap('journey\n Alone: 3\n section Empty')
  expect(map!.stages.map(({ name, steps }) => [name, steps.length])).toEqual([
    ['Start', 1],
    ['Empty', 1],
  ])
})

test('more than a map holds is left out and said, and the list of problems is bounded', () => {
  const { map, problems, more } = mermaidToMap(`journey\n${Array.from({ length: 2300 }, (_, index) => `Task ${index}: 3`).join('\n')}`)
  expect(map!.stages[0]!.steps).toHaveLength(2000)
  expect(problems.length + more).toBe(300)
  expect(problems).toHaveLength(200)
})
