import { expect, test } from 'vitest'
import type { SampledFile } from './inference.ts'
import { parseColumns, recipeFromColumns } from './recipe-from-columns.ts'

const file: SampledFile = {
  name: 'log.csv',
  columns: ['case_id', 'activity', 'when', 'score', 'Was it good, or not?', 'other'],
  rows: [
    { case_id: 'NA', activity: 'A', when: '13/02/2024 10:00', score: '1', 'Was it good, or not?': 'yes', other: 'x' },
    { case_id: 'B', activity: 'B', when: '01/02/2024 11:00', score: '5', 'Was it good, or not?': '', other: '' },
  ],
}

test('a mapping is read from one line, whatever the column is called', () => {
  expect(parseColumns('customer=case_id, touchpoint=activity,time=when,text=Was it good, or not?')).toEqual({
    ok: true,
    value: { customer: 'case_id', touchpoint: 'activity', time: 'when', text: 'Was it good, or not?' },
  })
})

test.each([
  ['case_id', '"case_id" names no part of an event'],
  ['custmer=x', 'names no part'],
  ['customer=', '"customer=" names no column'],
  ['time=a,time=b', '"time" is named twice'],
])('%s is refused', (text, message) => {
  const parsed = parseColumns(text)
  expect(parsed.ok ? '' : parsed.error).toContain(message)
})

test('time format and scale are read off the values; the rest become properties; NA stays a customer', () => {
  const made = recipeFromColumns(
    { customer: 'case_id', touchpoint: 'activity', time: 'when', score: 'score', text: 'Was it good, or not?' },
    file,
  )
  expect(made.ok && made.value.recipe).toMatchObject({
    nulls: [],
    events: [
      {
        customer: '{case_id}',
        touchpoint: '{activity}',
        time: { value: '{when}', format: 'day-first' },
        score: { value: '{score}', scale: '1..5' },
        text: '{Was it good, or not?}',
        properties: { other: '{other}' },
      },
    ],
  })
  expect(made.ok && made.value.notes).toContain('scores in "score" are read on the scale 1..5')
  expect(made.ok && made.value.questions.map(({ code }) => code)).toEqual(['time-zone'])
})

test('columns that do not exist, or hold no times or scores, are named', () => {
  const messages = (mapping: Parameters<typeof recipeFromColumns>[0]): readonly string[] => {
    const made = recipeFromColumns(mapping, file)
    return made.ok ? [] : made.error.map(({ field, message }) => `${field}: ${message}`)
  }
  expect(messages({ customer: 'caseid', touchpoint: 'activity' })).toEqual([
    expect.stringContaining('time: no column is named for it: add time=COLUMN'),
    'customer: log.csv has no column "caseid": did you mean "case_id"?',
  ])
  expect(messages({ customer: 'case_id', touchpoint: 'activity', time: 'activity' })[0]).toContain(
    'holds no times that can be read (for example "A")',
  )
  expect(messages({ customer: 'case_id', touchpoint: 'activity', time: 'when', score: 'other' })[0]).toContain('holds no scores')
})

test('at most fifty columns become properties, and the rest is told', () => {
  const columns = ['c', 't', 'at', ...Array.from({ length: 60 }, (_, i) => `x${i}`)]
  const made = recipeFromColumns({ customer: 'c', touchpoint: 't', time: 'at' }, { name: 'wide.csv', columns, rows: [] })
  expect(made.ok && Object.keys(made.value.recipe.events[0]?.properties ?? {})).toHaveLength(50)
  expect(made.ok && made.value.notes[0]).toContain('10 of 60 other columns')
})

test('a column named as the time may hold values that are no times: their rows are refused later, not the file', () => {
  const rows = ['2025-01-01 10:00', 'yesterday', '31/31/2025'].map((when) => ({ who: 'a', what: 'A', when }))
  const made = recipeFromColumns(
    { customer: 'who', touchpoint: 'what', time: 'when' },
    { name: 'log.csv', columns: ['who', 'what', 'when'], rows },
  )
  expect(made.ok && made.value.recipe.events[0]?.time?.format).toBe('iso')
})
