import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wholeCustomer } from '../../src/journey/definition.ts'
import type { TraceRow } from '../../src/journey/trace.ts'
import { simulate, type SimulateOptions } from '../../src/simulate/index.ts'
import { playCompany } from '../fixtures/simulated-traces.ts'
import { openStore, recipeOf } from './opened-store.ts'

const options: SimulateOptions = { preset: 'shop', customers: 300, seed: 3, from: Date.UTC(2025, 0, 1) }
const day = 86_400_000
const signal = new AbortController().signal

/** One line a journey, sorted, so that two lists can be compared whatever their order. */
const lines = (rows: readonly TraceRow[]) =>
  rows
    .map(({ scores, amount, ...row }) =>
      JSON.stringify({
        ...row,
        currency: '',
        amount: amount === null ? null : amount.toFixed(2),
        scores: scores.map(({ step, scale, value, time }) => JSON.stringify([step, scale, value.toFixed(6), time])).toSorted(),
      }),
    )
    .sort()

test('single journeys of the store are those cut the plain way, with their scores linked and their money counted once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wend-traces-'))
  const opened = await openStore()
  try {
    const files = new Map<string, string>()
    for (const { file, text } of simulate(options)) files.set(file, (files.get(file) ?? '') + text)
    const paths = [...files.keys()].filter((name) => /\.(csv|jsonl)$/.test(name)).map((name) => join(folder, name))
    for (const [name, text] of files) await writeFile(join(folder, name), text)
    await opened.importPaths(1, paths, recipeOf(files.get('recipe.yaml') ?? ''))
    const definition = { ...wholeCustomer, goal: ['Order delivered'], stillOpenMs: 14 * day, feedbackWindowMs: 30 * day }
    const told = await opened.store.traces(1, definition, {}, signal)
    const plain = playCompany(options).traces(definition)
    expect(told.journeys).toBe(300)
    expect(lines(told.rows)).toEqual(lines(plain))
    const some = await opened.store.traces(1, definition, { most: 500 }, signal)
    expect(some.journeys).toBe(300)
    expect(some.rows.length).toBeGreaterThan(10)
    expect(some.rows.length).toBeLessThan(150)
    const all = new Set(lines(told.rows))
    expect(lines(some.rows).every((line) => all.has(line))).toBe(true)
  } finally {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
  }
})
