import { expect, test } from 'vitest'
import { checkRecipe, type KnownFile } from './check-recipe.ts'
import { globFits, matchFiles } from './match-files.ts'
import { parseRecipe } from './parse-recipe.ts'
import { problemText } from './recipe-problem.ts'
import type { Recipe } from './recipe.ts'

function recipe(rule: string): Recipe {
  const parsed = parseRecipe(`wend: recipe/1\nfiles: {orders: orders.csv, people: people.csv}\nevents:\n  - {from: orders, ${rule}}`)
  if (!parsed.ok) throw new Error(parsed.error.map(problemText).join('\n'))
  return parsed.value
}
const orders: KnownFile = { name: 'orders.csv', format: 'csv', columns: ['order_id', 'customer_id', 'placed at', 'status'] }
const people: KnownFile = { name: 'people.csv', format: 'csv', columns: ['id', 'email'] }
const check = (rule: string, files = { orders, people }) => checkRecipe(recipe(rule), files).map(problemText)
const whole = 'customer: "{people.email}", touchpoint: "{status}", time: "{placed at}"'

test('a recipe that fits has no problems', () => {
  expect(check(`join: [{file: people, on: {customer_id: id}}], ${whole}`)).toEqual([])
})

test('a missing column is named with its file and the nearest names', () => {
  expect(check('customer: "{custmer id}", touchpoint: x, time: "{placed}", text: "{zzz}"')).toEqual([
    'events[0].customer: orders.csv has no column "custmer id": did you mean "customer_id"?',
    'events[0].time: orders.csv has no column "placed": did you mean "placed at"?',
    'events[0].text: orders.csv has no column "zzz": its columns are "order_id", "customer_id", "placed at" and "status"',
  ])
})

test('both sides of a join are checked', () => {
  expect(check(`join: [{file: people, on: {customerid: ids}}], ${whole}`)).toEqual([
    'events[0].join[0].on.customerid: orders.csv has no column "customerid": did you mean "customer_id"?',
    'events[0].join[0].on.customerid: people.csv has no column "ids": did you mean "id"?',
  ])
})

test('a file that is read but not joined cannot be named', () => {
  expect(check(whole)).toEqual([
    'events[0].customer: orders.csv has no column "people.email": its columns are "order_id", "customer_id", "placed at" and "status"',
  ])
})

test('long JSON lines may hold more columns, but not those without which there is no event', () => {
  const lines: KnownFile = { ...orders, format: 'jsonl', moreColumns: true }
  expect(check('customer: "{nobody}", touchpoint: x, time: "{placed at}", text: "{later}"', { orders: lines, people })).toHaveLength(1)
})

test('an alias without a file is a problem', () => {
  expect(checkRecipe(recipe('customer: "{customer_id}", touchpoint: x, time: "{placed at}"'), { orders }).map(problemText)).toEqual([
    'files.people: no file is called people.csv: give one, or change "match"',
  ])
})

test('globs give each alias its file', () => {
  const files = [{ name: 'a/people.csv' }, { name: 'orders.csv' }, { name: 'notes.txt' }]
  expect(matchFiles(recipe(whole), files)).toEqual({
    ok: true,
    value: { files: { people: files[0], orders: files[1] }, unused: [files[2]] },
  })
  const none = matchFiles(recipe(whole), [{ name: 'x.csv' }, { name: 'People.csv' }])
  expect(none.ok ? [] : none.error.map(problemText)).toEqual([
    'files.orders: "orders.csv" matches none of the files (x.csv and People.csv): give that file, or change "match"',
  ])
})

test('a glob means what a person expects', () => {
  expect(globFits('*orders*.csv', '/data/Olist_Orders_2018.CSV')).toBe(true)
  expect(globFits('orders?.csv', 'orders.csv')).toBe(false)
  expect(globFits('a*b*c', `${'ab'.repeat(5000)}`)).toBe(false)
  expect(globFits('*.csv', 'a.csv.gz')).toBe(false)
})
