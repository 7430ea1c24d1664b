/// <reference lib="dom" />
/**
 * How fast the editor is in a real browser, beside a plain static page of the same cards in the same run: opening, scrolling, typing,
 * and another person's change. Run: `node bench/editor.ts [CARDS …]` after `npm run build`. Prints milliseconds, frames and ratios.
 */
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { HocuspocusProvider } from '@hocuspocus/provider'
import type { Browser, Page } from 'playwright-core'
import { Doc, type Map as SharedMap, type Text } from 'yjs'
import { mapForTests } from '../src/exports/map-for-tests.ts'
import type { JourneyMap } from '../src/journey/map.ts'
import { serve } from '../src/serve.ts'
import { launchChromium, pageDefaults } from '../test/browser/launch-chromium.ts'

const rounds = 5
const keys = 60
const remoteEdits = 40
const asked = process.argv.slice(2).map(Number)
const sizes = asked.length > 0 ? asked : [2_000, 10_000]

const directory = await mkdtemp(join(tmpdir(), 'wend-bench-editor-'))
const webDirectory = join(import.meta.dirname, '..', 'dist', 'web')
const serving = await serve({ dataDirectory: directory, port: 0, demo: false, webDirectory })
const browser = await launchChromium()
try {
  for (const size of sizes) await measure(browser, size)
} finally {
  await browser.close()
  await serving.close()
  await rm(directory, { recursive: true, force: true })
}

async function measure(chromium: Browser, size: number): Promise<void> {
  const map = typedMap(size)
  const cards = map.cards.length
  console.log(`\n${cards} cards; load ${loadavg()[0]?.toFixed(1)}`)
  const plain = await startPlain(map)
  const id = await importMap(map)
  const page = await chromium.newPage({ ...pageDefaults, viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(60_000)
  const wendAt = `${serving.url}/maps/${id}`
  const opened: number[] = []
  const openedPlain: number[] = []
  // The first opening of each only warms up.
  for (let round = 0; round <= rounds; round++) {
    const own = await openUntilDrawn(page, wendAt, cards)
    const other = await openUntilDrawn(page, plain.url, cards)
    if (round === 0) continue
    opened.push(own)
    openedPlain.push(other)
  }
  tell('open, median', middle(opened), middle(openedPlain))
  await openUntilDrawn(page, plain.url, cards)
  const plainScroll = {
    down: await page.evaluate(scrollFrames, 'down' as const),
    right: await page.evaluate(scrollFrames, 'right' as const),
  }
  const plainKeys = await typing(page, '[data-card]')
  await openUntilDrawn(page, wendAt, cards)
  const live = await page.evaluate(untilEditable)
  console.log(`  ready to be edited after ${Math.round(live)} ms`)
  for (const way of ['down', 'right'] as const) tellFrames(`scroll ${way}`, await page.evaluate(scrollFrames, way), plainScroll[way])
  const ownKeys = await typing(page, '.lane[data-kind="thoughts"] [data-kind="text"][data-card]')
  tell('key: work until it is laid out, p95', p95(ownKeys.work), p95(plainKeys.work))
  tell('key: until the frame is out, p95', p95(ownKeys.paint), p95(plainKeys.paint))
  const remote = await remoteToPaint(page, id)
  console.log(`  another person's letter, sent to painted: p50 ${middle(remote).toFixed(1)} ms, p95 ${p95(remote).toFixed(1)} ms`)
  await page.close()
  plain.close()
}

/** A map of about so many cards; half of its lanes hold what people typed. */
function typedMap(size: number): JourneyMap {
  const map = mapForTests({ stages: 10, stepsPerStage: 4, cardsPerCell: Math.max(1, Math.round(size / 170)) })
  const cards = map.cards.slice(0, size).map((card, index) => {
    const lane = map.lanes.find((one) => one.id === card.lane)
    const { body } = card
    if (body.kind === 'touchpoint') return { ...card, body: { ...body, journeys: Math.max(0, body.journeys ?? 0) } }
    if (lane?.kind !== 'thoughts') return card
    return {
      ...card,
      evidence: [],
      standing: { kind: 'assumed' as const },
      body: { kind: 'text' as const, text: `A thought, number ${index}` },
    }
  })
  return { ...map, cards }
}

async function importMap(map: JourneyMap): Promise<string> {
  const made = await fetch(`${serving.url}/api/v1/maps/import?format=json`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: JSON.stringify(map),
  })
  if (!made.ok) throw new Error(await made.text())
  return ((await made.json()) as { map: { id: string } }).map.id
}

/** The same words in the same places as plain HTML: what the browser itself costs. */
async function startPlain(map: JourneyMap): Promise<{ readonly url: string; close(): void }> {
  const words = (card: JourneyMap['cards'][number]): string =>
    card.body.kind === 'text' ? card.body.text : JSON.stringify(card.body).slice(0, 60)
  const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const rows = map.lanes.map((lane) => {
    const cells = map.stages.map((stage) => {
      const own = map.cards.filter((card) => card.lane === lane.id && card.stage === stage.id)
      return `<div class="cell">${own.map((card) => `<div class="card" data-card contenteditable="plaintext-only">${safe(words(card))}</div>`).join('')}</div>`
    })
    return `<section class="lane">${cells.join('')}</section>`
  })
  const style =
    'body{margin:0;font:12px/16px sans-serif}.map-scroll{height:100vh;overflow:auto}.lane{display:flex}.cell{flex:none;width:600px;display:grid;grid-template-columns:repeat(4,1fr);gap:6px;align-items:start;padding:6px}.card{border:1px solid #ccc;border-radius:5px;padding:6px}'
  const html = `<!doctype html><style>${style}</style><div class="map-scroll">${rows.join('')}</div>`
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() }
}

/** Milliseconds from the start of the navigation until every card is in the page and a frame with them is out. */
async function openUntilDrawn(page: Page, url: string, cards: number): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' })
  return page.evaluate(
    (wanted) =>
      new Promise<number>((done, failed) => {
        const look = (): void => {
          if (performance.now() > 20_000)
            failed(
              new Error(`${document.querySelectorAll('[data-card]').length} of ${wanted} cards: ${document.body.innerText.slice(0, 300)}`),
            )
          else if (document.querySelectorAll('[data-card]').length < wanted) requestAnimationFrame(look)
          else requestAnimationFrame(() => setTimeout(() => done(performance.now())))
        }
        look()
      }),
    cards,
  )
}

function untilEditable(): Promise<number> {
  return new Promise((done) => {
    const look = (): void => {
      if (document.querySelector('.map-sheet[data-editable]')) done(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Scrolls for 150 frames; the milliseconds between them. */
function scrollFrames(way: 'down' | 'right'): Promise<number[]> {
  const sheet = document.querySelector('.map-scroll')
  sheet?.scrollTo(0, 0)
  return new Promise((done) => {
    const frames: number[] = []
    let before = performance.now()
    let side = 1
    const step = (now: number): void => {
      frames.push(now - before)
      before = now
      const at = sheet?.scrollLeft ?? 0
      sheet?.scrollBy(way === 'right' ? 40 * side : 0, way === 'down' ? 40 : 0)
      // At the end of a narrow map it goes back.
      if (way === 'right' && sheet?.scrollLeft === at) side = -side
      if (frames.length < 150) requestAnimationFrame(step)
      else done(frames.slice(2))
    }
    requestAnimationFrame(step)
  })
}

interface Typed {
  readonly work: number[]
  readonly paint: number[]
}
/** Types letters into a card, one after the other is painted. */
async function typing(page: Page, selector: string): Promise<Typed> {
  const card = page.locator(selector).first()
  await card.scrollIntoViewIfNeeded()
  await card.dblclick()
  await page.locator('[contenteditable]:focus').waitFor()
  await page.evaluate(listenToKeys)
  for (let at = 0; at < keys; at++) {
    await page.keyboard.press('x')
    await page.waitForFunction((count) => window.typed.paint.length > count, at)
  }
  await page.keyboard.press('Escape')
  const { work, paint } = await page.evaluate(() => window.typed)
  return { work: work.slice(5), paint: paint.slice(5) }
}

declare global {
  interface Window {
    typed: Typed
    seen: { readonly letters: number; readonly at: number }[]
  }
}

function listenToKeys(): void {
  window.typed = { work: [], paint: [] }
  window.addEventListener(
    'keydown',
    () => {
      const start = performance.now()
      // The letter is put in after this event; `input` comes right after that.
      const onInput = (): void =>
        queueMicrotask(() => {
          document.body.getBoundingClientRect()
          window.typed.work.push(performance.now() - start)
        })
      const observer = new MutationObserver(() => (observer.disconnect(), onInput()))
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      requestAnimationFrame(() => setTimeout(() => window.typed.paint.push(performance.now() - start)))
    },
    true,
  )
}

/** Another person's document writes letters on a card in sight; both clocks are this machine's. */
async function remoteToPaint(page: Page, id: string): Promise<number[]> {
  const document = new Doc()
  const provider = new HocuspocusProvider({
    url: `${serving.url.replace('http', 'ws')}/api/v1/live`,
    name: `map/${id}`,
    document,
    token: 'browser',
  })
  await new Promise<void>((ready) => provider.on('synced', () => ready()))
  const card = await page.locator('.lane[data-kind="thoughts"] [data-kind="text"][data-card]').nth(1).getAttribute('data-card')
  const text = document
    .getMap<SharedMap<Text>>('cards')
    .get(card ?? '')
    ?.get('text')
  if (!text) throw new Error('There is no text card to write on.')
  await page.evaluate((shown) => {
    window.seen = []
    const element = window.document.querySelector(`[data-card="${shown}"]`)
    const observer = new MutationObserver(() => {
      const letters = (element?.textContent?.match(/§/g) ?? []).length
      requestAnimationFrame(() => setTimeout(() => window.seen.push({ letters, at: Date.now() })))
    })
    if (element) observer.observe(element, { subtree: true, childList: true, characterData: true })
  }, card)
  const took: number[] = []
  for (let at = 1; at <= remoteEdits; at++) {
    const start = Date.now()
    text.insert(0, '§')
    await page.waitForFunction((count) => window.seen.some((one) => one.letters >= count), at)
    const seen = await page.evaluate((count) => window.seen.find((one) => one.letters >= count)?.at, at)
    took.push((seen ?? 0) - start)
  }
  provider.destroy()
  return took
}

/** The value that so large a share of the values does not exceed. */
function share(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? 0
}
function middle(values: readonly number[]): number {
  return share(values, 0.5)
}
function p95(values: readonly number[]): number {
  return share(values, 0.95)
}

function tell(what: string, own: number, plain: number): void {
  console.log(`  ${what}: ${own.toFixed(1)} ms; plain page ${plain.toFixed(1)} ms; ${(own / plain).toFixed(2)}×`)
}
function tellFrames(what: string, own: readonly number[], plain: readonly number[]): void {
  const rate = (frames: readonly number[]): string => (1000 / (frames.reduce((sum, one) => sum + one, 0) / frames.length)).toFixed(1)
  console.log(
    `  ${what}: ${rate(own)} frames a second, p95 frame ${p95(own).toFixed(1)} ms; plain page ${rate(plain)}, ${p95(plain).toFixed(1)} ms`,
  )
}
