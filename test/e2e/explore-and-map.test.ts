import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberIn, startWend, type StartedWend } from './started-wend.ts'

/** How long a page may take on a busy machine. */
const patience = { timeout: 20_000 }

let wend: StartedWend
let map: string
beforeAll(async () => {
  wend = await startWend({ demo: true })
  const maps = (await (await fetch(`${wend.url}/api/v1/maps`)).json()) as { rows: { id: string }[] }
  map = `/maps/${maps.rows[0]?.id ?? ''}`
})
afterAll(() => wend.close())

/** Rows of the open list, over all its pages. */
async function countMembers(page: Page): Promise<number> {
  const rows = page.locator('.members-table tbody tr')
  await rows.first().waitFor()
  const next = page.getByRole('button', { name: 'Next page' })
  let count = await rows.count()
  while ((await next.count()) > 0 && (await next.isEnabled())) {
    const before = await page.locator('.pager span.numeric').innerText()
    await next.click()
    await expect.poll(() => page.locator('.pager span.numeric').innerText(), patience).not.toBe(before)
    await page.locator('.members-table').waitFor()
    await expect.poll(() => page.locator('[aria-busy="true"]').count(), patience).toBe(0)
    count += await rows.count()
  }
  return count
}

test('a clicked number opens a list of exactly that length', async () => {
  const { page, errors } = await wend.open('/explore/touchpoints')
  const numbers = page.locator('table .number-button')
  await numbers.first().waitFor()
  for (const index of [3, 40]) {
    const number = numbers.nth(index)
    const said = numberIn(await number.innerText())
    await number.click()
    expect(numberIn(await page.locator('.members-total').innerText())).toBe(said)
    expect(await countMembers(page)).toBe(said)
    await page.getByRole('button', { name: 'Close' }).click()
  }
  expect(errors).toEqual([])
})

test('a funnel is built by picking steps, and stays in the address', async () => {
  const { page } = await wend.open('/explore/funnel')
  for (const step of ['Product page', 'Basket', 'Order placed']) {
    await page.getByRole('button', { name: 'Add a step' }).click()
    await page.getByRole('searchbox').fill(step)
    await page.getByRole('option', { name: step }).first().click()
    await page.locator('.funnel-steps').getByText(step, { exact: true }).waitFor()
  }
  await expect.poll(() => page.locator('.funnel-row').count(), patience).toBe(3)
  const counts = async (): Promise<number[]> => (await page.locator('.funnel-count').allInnerTexts()).map(numberIn)
  const first = await counts()
  expect(first).toEqual(first.toSorted((a, b) => b - a))
  const lost = numberIn(await page.locator('.funnel-lost .number-button').first().innerText())
  expect(lost).toBe((first[0] ?? 0) - (first[1] ?? 0))
  // The list once belonged to the step before: steps were numbered from 0 here and from 1 in the engine.
  await page.locator('.funnel-lost .number-button').first().click()
  expect(numberIn(await page.locator('.members-total').innerText())).toBe(lost)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.locator('.funnel-count').last().click()
  expect(numberIn(await page.locator('.members-total').innerText())).toBe(first.at(-1))
  await page.reload()
  await expect.poll(counts, patience).toEqual(first)
})

test('filters of events and of journeys are different controls, and each says what it does', async () => {
  const { page } = await wend.open('/explore/touchpoints')
  await page.getByRole('button', { name: 'Which events' }).click()
  await page.getByText('Hides events inside the journeys', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Which journeys' }).click()
  await page.getByText('The events inside them are left alone', { exact: false }).waitFor()
  await page.getByLabel('Ended', { exact: true }).selectOption('goal')
  await page.keyboard.press('Escape')
  await page.getByText('reached the goal', { exact: true }).waitFor()
  expect(page.url()).toContain('journeys=')
})

test('a card is followed down to the line of the file', async () => {
  const { page, errors } = await wend.open(map)
  await page.locator('.lane[data-kind="pain-points"] .card').first().click()
  const open = page.getByRole('button', { name: /^Open the [\d,]+$/ }).first()
  const said = numberIn(await open.innerText())
  await open.click()
  expect(numberIn(await page.locator('.members-total').innerText())).toBe(said)
  await page.locator('.members-table .link-button').first().click()
  const origin = await page.locator('.timeline-origin').first().innerText()
  expect(origin).toMatch(/\.(csv|jsonl):\d+/)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.locator('.members-table').waitFor()
  expect(errors).toEqual([])
})

test('a map is walked and opened by keyboard alone', async () => {
  const { page } = await wend.open(map)
  const first = page.locator('.card[tabindex="0"]')
  await first.focus()
  const focused = (): Promise<string | undefined> => page.evaluate<string | undefined>(`document.activeElement?.dataset.card`)
  const start = await focused()
  await page.keyboard.press('ArrowRight')
  const right = await focused()
  expect(right).not.toBe(start)
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toBe(start)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe(start)
  expect(await page.locator('.card[tabindex="0"]').count()).toBe(1)
  const chosen = await focused()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate<boolean>(`document.activeElement?.closest('[role="dialog"]') !== null`)).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(focused, patience).toBe(chosen)
})

test('shortcuts lead to every part and to the help', async () => {
  const { page } = await wend.open('/maps')
  await page.getByRole('heading', { name: 'Maps' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.waitForURL('**/explore/river')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.waitForURL('**/import')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: 'Search' }).fill('Basket')
  await page
    // A customer of that name is offered before the touchpoints are there.
    .getByRole('menuitem', { name: /^Basket/ })
    .first()
    .click()
  await page.waitForURL('**/explore/touchpoints**')
})

test('the map is also a plain table', async () => {
  const { page } = await wend.open(map)
  await page.getByRole('button', { name: 'As a map' }).click()
  await page.getByRole('menuitem', { name: /As a table/ }).click()
  await page.getByRole('rowheader', { name: 'Touchpoints' }).waitFor()
  expect(await page.getByRole('columnheader').count()).toBeGreaterThan(3)
})

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { ...phone, colorScheme: 'light' }],
]
const places = [
  '/maps',
  'the map',
  '/explore/river',
  '/explore/graph',
  '/explore/variants',
  '/explore/touchpoints',
  '/explore/trend',
  '/explore/customer',
  '/import',
  '/import/1',
]

test.each(looks)('every page is free of serious faults of accessibility in %s, and fits', async (_name, look) => {
  for (const place of places) {
    const { page, errors } = await wend.open(place === 'the map' ? map : place, look)
    await page.locator('main h1, main .map-titles').first().waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('.skeleton').count(), patience).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
    expect(serious.map((one) => `${place}: ${one.id} ${one.nodes[0]?.target.join(' ')}`)).toEqual([])
    expect(
      await page.evaluate<number>(`document.documentElement.scrollWidth - window.innerWidth`),
      `${place} is wider than the screen`,
    ).toBeLessThanOrEqual(0)
    expect(errors, place).toEqual([])
    await page.context().close()
  }
})
