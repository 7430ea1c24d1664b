import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { expect, test } from 'vitest'
import { predictNext } from '../../src/analysis/prediction/evaluate-next.ts'
import { testData } from '../test-data.ts'

/** Cases in the order of their start, each as its activities in the order of the file within equal times. */
async function casesOf(file: string): Promise<readonly (readonly string[])[]> {
  const cases = new Map<string, { time: number; activity: string }[]>()
  for await (const row of createReadStream(testData('logs', file)).pipe(parse({ columns: true })) as AsyncIterable<
    Record<string, string>
  >) {
    const id = row['case_id'] ?? ''
    const events = cases.get(id) ?? []
    events.push({ time: Date.parse(row['timestamp'] ?? ''), activity: row['activity'] ?? '' })
    cases.set(id, events)
  }
  return [...cases.values()]
    .map((events) => events.toSorted((a, b) => a.time - b.time))
    .toSorted((a, b) => a[0]!.time - b[0]!.time)
    .map((events) => events.map(({ activity }) => activity))
}

// Learnt on the first 70 % of the cases by their start, judged on the rest.
test.each([
  ['sepsis.csv', 1050],
  ['traffic_fines.csv', 10_000],
])('what comes next in %s is said better than by the majority and by the last step alone', async (file, cases) => {
  const paths = (await casesOf(file)).map((path) => ({ path, fellSilent: true }))
  expect(paths.length).toBeGreaterThanOrEqual(cases - 1)
  const cut = Math.floor(paths.length * 0.7)
  const { model, quality, majority, firstOrder } = predictNext(paths.slice(0, cut), paths.slice(cut))
  const show = (one: typeof quality): string =>
    `accuracy ${one!.accuracy.toFixed(4)}, log loss ${one!.logLoss.toFixed(4)}, calibration error ${one!.calibrationError.toFixed(4)}, of the likeliest alone ${one!.confidenceError.toFixed(4)}`
  console.log(
    `${file}, order ${model.order}\n  model       ${show(quality)}\n  last step   ${show(firstOrder)}\n  majority    ${show(majority)}`,
  )
  expect(quality!.accuracy).toBeGreaterThan(majority!.accuracy)
  expect(quality!.accuracy).toBeGreaterThan(firstOrder!.accuracy)
  expect(quality!.logLoss).toBeLessThan(firstOrder!.logLoss)
  expect(firstOrder!.logLoss).toBeLessThan(majority!.logLoss)
  expect(quality!.calibrationError).toBeLessThan(firstOrder!.calibrationError)
  expect(firstOrder!.calibrationError).toBeLessThan(majority!.calibrationError)
})
