/// <reference lib="dom" />
/** How fast 500 maps are listed over HTTP and shown in a real browser. Run: `node bench/portfolio.ts [MAPS]`. Prints milliseconds. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mapForTests } from '../src/exports/map-for-tests.ts'
import { serve } from '../src/serve.ts'
import { launchChromium, pageDefaults } from '../test/browser/launch-chromium.ts'

const maps = Number(process.argv[2] ?? 500)
const rounds = 100
/** Cards that the page draws before one asks for more. */
const drawn = 60
const directory = await mkdtemp(join(tmpdir(), 'wend-bench-portfolio-'))
const webDirectory = join(import.meta.dirname, '..', 'dist', 'web')
const serving = await serve({ dataDirectory: directory, port: 0, demo: false, webDirectory })
const browser = await launchChromium()
try {
  await fill()
  const { total, bytes, times } = await list()
  console.log(
    `list of ${total} maps (${Math.round(bytes / 1000)} kB): p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, ${rounds} requests`,
  )
  const opened = await open(total)
  console.log(
    `page of ${total} maps: p50 ${at(opened, 0.5)} ms until its first ${drawn} cards are painted, worst ${at(opened, 1)} ms, 5 openings`,
  )
} finally {
  await browser.close()
  await serving.close()
  await rm(directory, { recursive: true, force: true })
}

/** Maps of 5 stages and 264 cards, made through the door that people use. */
async function fill(): Promise<void> {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 4 })
  const started = performance.now()
  for (let index = 0; index < maps; index++) {
    const body = JSON.stringify({ ...map, title: `Map ${index}` })
    const reply = await fetch(`${serving.url}/api/v1/maps/import?format=json`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
    })
    if (!reply.ok) throw new Error(await reply.text())
    await reply.arrayBuffer()
  }
  console.log(`${maps} maps of ${map.cards.length} cards stored, ${((performance.now() - started) / maps).toFixed(1)} ms each`)
}

async function list(): Promise<{ readonly total: number; readonly bytes: number; readonly times: number[] }> {
  const times: number[] = []
  let text = ''
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    text = await (await fetch(`${serving.url}/api/v1/maps?limit=1000`)).text()
    times.push(performance.now() - started)
  }
  const { total } = JSON.parse(text) as { readonly total: number }
  return { total, bytes: text.length, times }
}

async function open(total: number): Promise<number[]> {
  const page = await browser.newPage({ ...pageDefaults, viewport: { width: 1440, height: 900 } })
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    await page.goto(`${serving.url}/maps`)
    await page.waitForFunction((wanted) => document.querySelectorAll('.map-card').length === wanted, Math.min(total, drawn))
    times.push(
      await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))),
    )
  }
  return times
}

/** Nearest rank. */
function at(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1)
}
