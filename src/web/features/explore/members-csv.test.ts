import { expect, test } from 'vitest'
import { membersCsv } from './members-csv.ts'

const row = { customer: '=c1', journey: 1, start: 0, end: 1000, events: 2, outcome: 'goal' } as const

test('journeys are listed without a time, and ids cannot become formulas', () => {
  expect(membersCsv([row])).toBe(
    "customer,journey,start,end,events,outcome\r\n'=c1,1,1970-01-01T00:00:00.000Z,1970-01-01T00:00:01.000Z,2,goal\r\n",
  )
})

test('occurrences also say when', () => {
  expect(membersCsv([{ ...row, time: 500 }])).toContain('goal,1970-01-01T00:00:00.500Z')
})
