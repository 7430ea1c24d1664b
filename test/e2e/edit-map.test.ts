import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapForTests } from '../../src/exports/map-for-tests.ts'
import { startWend, type StartedWend } from './started-wend.ts'

const patience = { timeout: 20_000 }

let wend: StartedWend
beforeAll(async () => {
  wend = await startWend({ demo: false })
})
afterAll(() => wend.close())

async function newMap(): Promise<string> {
  const map = mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1 })
  const made = await fetch(`${wend.url}/api/v1/maps/import?format=json`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: JSON.stringify(map),
  })
  return `/maps/${((await made.json()) as { map: { id: string } }).map.id}?detail=stages`
}

async function openLive(path: string): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const opened = await wend.open(path)
  await opened.page.locator('.map-sheet[data-editable]').waitFor()
  await expect.poll(() => opened.page.locator('.live-state').innerText(), patience).toBe('Saved')
  return opened
}

const firstCell = (page: Page) => page.locator('.lane[data-kind="thoughts"] [data-cell]').first()

async function addByMouse(page: Page, text: string): Promise<void> {
  await firstCell(page).hover()
  await firstCell(page).locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('two people edit one map: each sees the other’s card, and undo takes back only one’s own', async () => {
  const map = await newMap()
  const one = await openLive(map)
  const two = await openLive(map)
  await addByMouse(one.page, 'Is it worth the price?')
  await two.page.getByText('Is it worth the price?').waitFor()
  await addByMouse(two.page, 'Who will carry it?')
  await one.page.getByText('Who will carry it?').waitFor()
  await one.page.keyboard.press('Control+z')
  await two.page.getByText('Is it worth the price?').waitFor({ state: 'detached' })
  expect(await two.page.getByText('Who will carry it?').count()).toBe(1)
  await one.page.keyboard.press('Control+Shift+z')
  await two.page.getByText('Is it worth the price?').waitFor()
  expect([...one.errors, ...two.errors]).toEqual([])
})

test('what is typed is there after the page is loaded again', async () => {
  const map = await newMap()
  const { page } = await openLive(map)
  await addByMouse(page, 'Kept over a reload')
  await expect.poll(() => page.locator('.live-state').innerText(), patience).toBe('Saved')
  await page.reload()
  await page.getByText('Kept over a reload').waitFor()
})

test('a card is written, moved, duplicated, removed and brought back by keyboard alone', async () => {
  const { page } = await openLive(await newMap())
  const cards = (): Promise<number> => page.locator('[data-card]').count()
  const before = await cards()
  await page.locator('.card[tabindex="0"]').focus()
  await page.keyboard.press('n')
  await page.locator('.card-prose').waitFor()
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Escape')
  const mine = page.locator('[data-card]', { hasText: 'By keyboard' })
  await expect.poll(() => mine.first().evaluate((card) => card.ownerDocument.activeElement === card), patience).toBe(true)
  const laneOf = (): Promise<string | null> =>
    mine.first().evaluate((card) => card.closest('[data-cell]')?.getAttribute('data-cell') ?? null)
  const place = await laneOf()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(laneOf, patience).not.toBe(place)
  await page.keyboard.press('Control+d')
  await expect.poll(() => mine.count(), patience).toBe(2)
  await page.keyboard.press('Delete')
  await expect.poll(() => mine.count(), patience).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => mine.count(), patience).toBe(2)
  expect(await cards()).toBe(before + 2)
})

test('an empty card offers what it can be', async () => {
  const { page } = await openLive(await newMap())
  await firstCell(page).hover()
  await firstCell(page).locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  await page.keyboard.type('/kp')
  await page.getByRole('option', { name: /KPI/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('Target').waitFor()
  expect(await page.locator('[data-card]', { hasText: 'New KPI' }).count()).toBe(1)
})

test('the editor is free of serious faults of accessibility while a card is written', async () => {
  const { page } = await openLive(await newMap())
  await firstCell(page).hover()
  await firstCell(page).locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  const { violations } = await new AxeBuilder({ page }).include('.map-page').analyze()
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(serious.map((one) => `${one.id} ${one.nodes[0]?.target.join(' ')}`)).toEqual([])
})
