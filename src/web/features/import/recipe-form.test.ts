import { expect, test } from 'vitest'
import { columnOf, readRecipeForm, setDates, setRuleField, setTimezone } from './recipe-form.ts'

const recipe = `wend: recipe/1
files:
  web: web*.csv
events:
  # every page view
  - customer: '{user id}'
    touchpoint:
      value: '{page}'
      map: { /: Home }
    time: { value: '{at}', format: day-first }
    score: { value: '{stars}', scale: stars }
`

test('a form shows what the recipe says', () => {
  const form = readRecipeForm(recipe)
  expect(form?.timezone).toBe('UTC')
  expect(form?.rules[0]).toMatchObject({
    customer: '{user id}',
    touchpoint: '{page}',
    time: '{at}',
    timeFormat: 'day-first',
    score: '{stars}',
    scale: 'stars',
    account: '',
  })
})

test('a changed field changes nothing else, comments stay', () => {
  const next = setRuleField(recipe, 0, { field: 'customer', value: '{email}' })
  expect(next).toContain('# every page view')
  expect(readRecipeForm(next)?.rules[0]).toEqual({ ...readRecipeForm(recipe)?.rules[0], customer: '{email}' })
})

test('a touchpoint with a table of names keeps its table', () => {
  const next = setRuleField(recipe, 0, { field: 'touchpoint', value: '{url}' })
  expect(next).toContain('Home')
  expect(readRecipeForm(next)?.rules[0]?.touchpoint).toBe('{url}')
})

test('an emptied field is taken away; a score without a column goes with its scale', () => {
  expect(readRecipeForm(setRuleField(recipe, 0, { field: 'score', value: '' }))?.rules[0]).toMatchObject({ score: '', scale: '' })
  expect(setRuleField(setRuleField(recipe, 0, { field: 'account', value: '{org}' }), 0, { field: 'account', value: '' })).not.toContain(
    'account',
  )
})

test('times read as ISO are written short', () => {
  expect(setRuleField(recipe, 0, { field: 'timeFormat', value: 'iso' })).toContain('time: "{at}"')
})

test('a zone and a way to read dates can be said', () => {
  expect(readRecipeForm(setTimezone(recipe, 'Europe/Berlin'))?.timezone).toBe('Europe/Berlin')
  expect(readRecipeForm(setDates(recipe, 'month-first'))?.rules[0]?.timeFormat).toBe('month-first')
})

test('a text that is no recipe has no form', () => {
  expect(readRecipeForm('a: [')).toBeUndefined()
  expect(readRecipeForm('just words')).toBeUndefined()
})

test('only a lone placeholder is a column', () => {
  expect(columnOf('{user id}')).toBe('user id')
  expect(columnOf('{a} {b}')).toBeUndefined()
  expect(columnOf('Web')).toBeUndefined()
})
