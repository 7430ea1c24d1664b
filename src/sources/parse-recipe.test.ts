import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRecipe } from './parse-recipe.ts'
import { placeholder } from './placeholders.ts'
import { problemText } from './recipe-problem.ts'
import type { EventRule, Recipe } from './recipe.ts'
import { writeRecipe } from './write-recipe.ts'

const problems = (yaml: string): readonly string[] => {
  const parsed = parseRecipe(yaml)
  return parsed.ok ? [] : parsed.error.map(problemText)
}
const recipeOf = (yaml: string): Recipe => {
  const parsed = parseRecipe(yaml)
  if (!parsed.ok) throw new Error(parsed.error.map(problemText).join('\n'))
  return parsed.value
}
const head = 'wend: recipe/1\nevents:\n'

test('the shortest recipe gets every default', () => {
  expect(recipeOf(`${head}  - {customer: "{id}", touchpoint: "{page}", time: "{at}"}`)).toEqual({
    wend: 'recipe/1',
    name: 'Recipe',
    timezone: 'UTC',
    nulls: [],
    files: { events: { match: '*' } },
    events: [
      {
        from: 'events',
        join: [],
        when: [],
        customer: '{id}',
        touchpoint: '{page}',
        time: { value: '{at}', format: 'iso' },
        survey: false,
        properties: {},
      },
    ],
  })
})

test('values keep the form in which they are written', () => {
  const rule = recipeOf(`${head}  - {customer: 007, touchpoint: {value: "{e}", map: {1: yes, 2.0: 3.10}}, time: "{at}", survey: true}`)
    .events[0]
  expect(rule).toMatchObject({ customer: '007', touchpoint: { map: { '1': 'yes', '2': '3.10' } }, survey: true })
})

test('properties can be a list of columns', () => {
  expect(recipeOf(`${head}  - {customer: a, touchpoint: b, time: "{c}", properties: [plan, "a}b"]}`).events[0]?.properties).toEqual({
    plan: '{plan}',
    'a}b': '{a\\}b}',
  })
})

test('a problem names line, field and remedy', () => {
  const yaml = `wend: recipe/1
timezone: Mars
events:
  - custmer: "{id}"
    customer: "{id"
    touchpoint: {valu: x, map: {}}
    time: {value: "{t}", format: usa}
    score: {value: "{s}", scale: 10}
    survey: maybe
    account:`
  expect(problems(yaml)).toEqual([
    'line 2, timezone: is no time zone: use an IANA name such as Europe/Berlin, or UTC',
    'line 4, events[0].custmer: is no field here: did you mean "customer"?',
    'line 5, events[0].customer: "{id" opens a brace that is not closed: write {column}, or {{ for a brace',
    'line 6, events[0].touchpoint.value: is missing: add it',
    'line 6, events[0].touchpoint.valu: is no field here: did you mean "value"?',
    'line 7, events[0].time.format: "usa" is not known: use iso, day-first, month-first, unix-seconds, unix-milliseconds, unix-microseconds',
    'line 8, events[0].score.scale: "10" is no scale: use nps, stars, csat, ces or WORST..BEST such as 1..5 or 7..1',
    'line 9, events[0].survey: should be true or false',
    'line 10, events[0].account: is empty: write a value or leave the line out',
  ])
})

test.each([
  ['', 'the recipe is empty: it starts with "wend: recipe/1"'],
  ['events: []', 'line 1, wend: is missing: the recipe starts with "wend: recipe/1"'],
  [`${head}  - {touchpoint: a, time: "{t}"}`, 'line 3, events[0].customer: is missing: add it'],
  [`${head}  - {customer: a, time: "{t}"}`, 'line 3, events[0]: has no touchpoint: add "touchpoint:" with a {column} or a text'],
  [`${head}  - {customer: a, touchpoint: b, time: "{t}", from: x}`, 'line 3, events[0].from: "x" is none of the files: use one of events'],
  [
    'wend: recipe/1\nfiles: {a: "*.csv", b: {}}\nevents:\n  - {from: a, customer: a, touchpoint: b, time: "{t}"}',
    'line 2, files.b: has no match: with several files each needs a glob on its name',
  ],
  [
    'wend: recipe/1\nfiles: {a: x, b: y}\nevents:\n  - {customer: a, touchpoint: b, time: "{t}"}',
    'line 4, events[0]: does not say which file it reads: add "from:" with one of a, b',
  ],
  [
    `${head}  - {customer: a, time: "{t}", each: [{touchpoint: b, time: "{t}"}]}`,
    'line 3, events[0].time: stands beside "each", whose entries carry their own: keep one of the two',
  ],
  [
    `${head}  - {customer: a, touchpoint: b, time: "{t}", when: [{value: "{x}", operator: present, than: y}]}`,
    'line 3, events[0].when[0].than: belongs to the operators = and != only, and they need it',
  ],
])('%j is refused', (yaml, message) => {
  expect(problems(yaml)).toContain(message)
})

test('aliases named like parts of the language do no harm', () => {
  expect(problems('wend: recipe/1\nfiles: {constructor: [1], __proto__: x}\nevents: []')).toContain(
    'line 2, files.constructor: should be a text or a set of fields',
  )
  expect(problems('wend: recipe/1\nfiles: {__proto__: x}\nevents: [{customer: a, touchpoint: b, time: "{t}"}]')[0]).toContain(
    'names no file',
  )
})

test('a YAML mistake names its line', () => {
  expect(problems('wend: recipe/1\nevents: [\n')[0]).toMatch(/^line 3: is not YAML here: /)
})

test('references that multiply are refused, not expanded', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)].join(
    '\n',
  )
  expect(problems(bomb)).toEqual(['repeats parts of itself too often: write them out instead of using & and *'])
})

const text = fc.oneof(
  fc.constantFrom('{id}', '{a.b}', 'Ordered', '{{x', 'yes', '1.0', 'null', '~', '- x', '# c', 'a: b'),
  fc.string({ minLength: 1 }).map((s) => s.replaceAll('{', '{{')),
)
const name = fc.string({ minLength: 1 }).filter((s) => s !== '__proto__')
const mapped = fc.oneof(
  text,
  fc.record({ value: text, map: fc.dictionary(name, fc.string()), otherwise: fc.constantFrom('keep' as const, 'skip' as const) }),
)
const time = fc.record({ value: text, format: fc.constantFrom('iso' as const, 'day-first' as const, 'unix-seconds' as const) })
const moment = fc.oneof(
  fc.record({ touchpoint: mapped, time }),
  fc.record({
    each: fc.array(fc.record({ touchpoint: mapped, time, channel: mapped }, { requiredKeys: ['touchpoint', 'time'] }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
const rule = fc
  .tuple(
    fc.record(
      {
        from: fc.constantFrom('orders', 'people'),
        when: fc.array(
          fc.oneof(
            fc.record({ value: text, operator: fc.constantFrom('=' as const, '!=' as const), than: fc.string() }),
            fc.record({ value: text, operator: fc.constant('present' as const) }),
          ),
          { maxLength: 2 },
        ),
        customer: text,
        account: text,
        channel: mapped,
        score: fc.record({ value: text, scale: fc.constantFrom('nps', '1..5', '7..1') }),
        text,
        survey: fc.boolean(),
        link: text,
        sequence: text,
        id: text,
        properties: fc.oneof(
          fc.dictionary(name, text),
          fc.array(name).map((names) => Object.fromEntries(names.map((n) => [n, placeholder(n)]))),
        ),
      },
      { requiredKeys: ['from', 'when', 'customer', 'survey', 'properties'] },
    ),
    moment,
    fc.boolean(),
  )
  .map(
    ([fields, when, joins]) =>
      ({
        ...fields,
        ...when,
        join: joins ? [{ file: fields.from === 'orders' ? 'people' : 'orders', on: { 'person id': 'id' } }] : [],
      }) as unknown as EventRule,
  )
const recipe: fc.Arbitrary<Recipe> = fc.record({
  wend: fc.constant('recipe/1' as const),
  name: fc.string(),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin'),
  nulls: fc.array(fc.string()),
  files: fc.constant({ orders: { match: 'orders*.csv' }, people: { match: '*', delimiter: ';', skipRows: 2 } }),
  events: fc.array(rule, { minLength: 1, maxLength: 3 }),
})

test('any recipe written and read again is the same', () => {
  fc.assert(
    fc.property(recipe, (value) => {
      expect(recipeOf(writeRecipe(value))).toEqual(value)
    }),
  )
})

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string(), (yaml) => void parseRecipe(yaml)))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('wend: recipe/1\n-{}[]&*!|>"\'#,')) }), (yaml) => void parseRecipe(yaml)),
  )
})

test('a recipe is written short', () => {
  const written = writeRecipe(
    recipeOf('wend: recipe/1\nfiles: {o: "*"}\nevents: [{customer: "{c}", touchpoint: "{t}", time: "{at}", properties: {a: "{a}"}}]'),
  )
  expect(written).toBe(
    'wend: recipe/1\nfiles:\n  o: "*"\nevents:\n  - customer: "{c}"\n    touchpoint: "{t}"\n    time: "{at}"\n    properties:\n      - a\n',
  )
})
