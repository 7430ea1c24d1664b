/// <reference lib="dom" />
/** How fast a map of 2,000 cards, and one of 10,000, opens and scrolls in a real browser. Run: `node bench/map-page.ts`. Prints milliseconds and frames. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mapForTests } from '../src/exports/map-for-tests.ts'
import { serve } from '../src/serve.ts'
import { launchChromium, pageDefaults } from '../test/browser/launch-chromium.ts'

const sizes = [
  { stages: 10, stepsPerStage: 4, cardsPerCell: 12 },
  { stages: 10, stepsPerStage: 4, cardsPerCell: 59 },
]
const directory = await mkdtemp(join(tmpdir(), 'wend-bench-map-'))
const serving = await serve({
  dataDirectory: directory,
  port: 0,
  demo: false,
  webDirectory: join(import.meta.dirname, '..', 'dist', 'web'),
})
const browser = await launchChromium()
try {
  for (const size of sizes) await measure(size)
} finally {
  await browser.close()
  await serving.close()
  await rm(directory, { recursive: true, force: true })
}

async function measure(size: (typeof sizes)[number]): Promise<void> {
  const map = mapForTests(size)
  const line = { title: map.title, summary: map.summary, kind: map.kind, stages: map.stages.length, cards: map.cards.length }
  const record = { id: 'bench', ...line, journeys: 1, customers: 1, definition: null, template: null, hash: null }
  const dated = { ...record, createdAt: 0, createdBy: 'Owner', changedAt: 0, changedBy: 'Owner', map }
  const page = await browser.newPage({ ...pageDefaults, viewport: { width: 1440, height: 900 } })
  await page.route('**/api/v1/maps/bench', (route) => route.fulfill({ json: dated }))
  const opened: number[] = []
  for (let round = 0; round < 5; round++) {
    await page.goto(`${serving.url}/maps/bench`)
    await page.waitForSelector('.lane .card')
    opened.push(
      await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))),
    )
  }
  const frames = await page.evaluate(scrollThrough)
  const sorted = frames.toSorted((a, b) => a - b)
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
  const rate = 1000 / (frames.reduce((sum, frame) => sum + frame, 0) / frames.length)
  const median = opened.toSorted((a, b) => a - b)[2] ?? 0
  console.log(
    `${map.cards.length} cards: opens in ${Math.round(median)} ms (median of 5), scrolls at ${rate.toFixed(1)} frames a second, p95 frame ${p95.toFixed(1)} ms`,
  )
  await page.close()
}

/** Scrolls the sheet down and right for 180 frames; the time between them. */
function scrollThrough(): Promise<number[]> {
  const sheet = document.querySelector('.map-scroll')
  return new Promise((done) => {
    const frames: number[] = []
    let before = performance.now()
    const step = (now: number): void => {
      frames.push(now - before)
      before = now
      sheet?.scrollBy(4, 40)
      if (frames.length < 180) requestAnimationFrame(step)
      else done(frames.slice(1))
    }
    requestAnimationFrame(step)
  })
}
