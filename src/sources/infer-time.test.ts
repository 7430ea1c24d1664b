import { expect, test } from 'vitest'
import { inferScale } from './infer-scale.ts'
import { inferTime } from './infer-time.ts'

const read = (...values: readonly string[]) => inferTime(values, { numbersToo: true })

test.each([
  ['2024-03-01T10:00:00.123Z', 'iso', false],
  ['2010-12-30 14:32:00+01:00', 'iso', false],
  ['2023-11-11 08:18:16.519000 UTC', 'iso', false],
  ['2024-03-01 10:00', 'iso', true],
  ['2021-01-07 6:49:18', 'iso', true],
  ['2024/03/01', 'iso', true],
  ['20240301', 'iso', true],
  ['Mar 1, 2024 10:00 AM', 'iso', true],
  ['1 March 2024', 'iso', true],
  ['1709287200', 'unix-seconds', false],
  ['1709287200123', 'unix-milliseconds', false],
  ['1709287200123456', 'unix-microseconds', false],
])('%s is read as %s', (value, format, zoneless) => {
  expect(read(value)).toMatchObject({ format, ambiguous: false, zoneless })
})

test('a number above twelve tells day and month apart; without one it is a question', () => {
  expect(read('01/02/2024', '13/02/2024')).toMatchObject({ format: 'day-first', ambiguous: false })
  expect(read('01/02/2024 10:00', '02/13/2024 11:00')).toMatchObject({ format: 'month-first', ambiguous: false })
  expect(read('01/02/2024', '03/04/2024')).toMatchObject({ format: 'day-first', ambiguous: true })
  expect(read('13/02/2024', '02/13/2024')).toMatchObject({ ambiguous: true })
  expect(read('01.02.2024', '03.04.2024 10:00')).toMatchObject({ format: 'day-first', ambiguous: false })
})

test('dates without a time of day are told', () => {
  expect(read('2024-03-01')?.dateOnly).toBe(true)
  expect(read('2024-03-01 00:00')?.dateOnly).toBe(false)
})

test('ids, amounts and words are no times; numbers are times only in a column that sounds so', () => {
  expect(read('12', '13')).toBeUndefined()
  expect(read('3.14')).toBeUndefined()
  expect(read('register request')).toBeUndefined()
  expect(read('370295712714', 'x', 'y')).toBeUndefined()
  expect(inferTime(['1709287200'], { numbersToo: false })).toBeUndefined()
  expect(read()).toBeUndefined()
})

test('one bad value among many does not hide a column of times', () => {
  expect(read(...Array.from({ length: 19 }, () => '2024-03-01'), 'n/a')?.format).toBe('iso')
})

test.each([
  ['nps_score', ['0', '9', '10'], { scale: 'nps', sure: true }],
  ['How likely are you to recommend us?', ['7'], { scale: 'nps', sure: true }],
  ['review_score', ['1', '5', '3'], { scale: 'stars', sure: true }],
  ['CSAT', ['4', '5'], { scale: 'csat', sure: true }],
  ['ces', ['7', '2'], { scale: 'ces', sure: true }],
  ['score', ['1', '5'], { scale: '1..5', sure: true }],
  ['score', ['2', '3'], { scale: '1..5', sure: false }],
  ['score', ['0', '9'], { scale: '0..10', sure: true }],
  ['score', ['20', '90'], { scale: '0..100', sure: true }],
  ['score', ['-0.5', '0.5'], { scale: '-1..1', sure: true }],
  ['score', ['good', 'bad'], undefined],
  ['score', ['5', '1200'], undefined],
])('%s with %j', (name, values, scale) => {
  expect(inferScale(name, values)).toEqual(scale)
})
