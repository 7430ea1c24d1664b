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

/** What the API answers, parsed; a refusal fails the test. */
async function api<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
  const response = await fetch(`${wend.url}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Reply
}

async function newMap(): Promise<string> {
  const made = await fetch(`${wend.url}/api/v1/maps/import?format=json`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: JSON.stringify(mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1 })),
  })
  return ((await made.json()) as { map: { id: string } }).map.id
}

async function openLive(map: string, search = '?detail=stages') {
  const opened = await wend.open(`/maps/${map}${search}`)
  await opened.page.locator('.map-sheet[data-editable]').waitFor()
  await saved(opened.page)
  return opened
}
const saved = (page: Page): Promise<void> => expect.poll(() => page.locator('.live-state').innerText(), patience).toBe('Saved')
const lane = (page: Page, kind: string) => page.locator(`.lane[data-kind="${kind}"] [data-cell]`).first()

async function addCard(page: Page, text: string): Promise<void> {
  await lane(page, 'thoughts').hover()
  await lane(page, 'thoughts').locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await saved(page)
}
const card = (page: Page, text: string) => page.locator('.map-sheet [data-card]', { hasText: text }).first()

async function beside(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Beside it' }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('a comment on a card that mentions somebody shows on their screen at once, and in their inbox', async () => {
  const anna = await api<{ id: number }>('POST', '/people', { name: 'Anna Berg' })
  const map = await newMap()
  const one = await openLive(map)
  const two = await openLive(map)
  await two.page.evaluate(
    (person) =>
      window.fetch('/api/v1/me', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ person }) }),
    anna.id,
  )
  await two.page.reload()
  await saved(two.page)
  await addCard(one.page, 'Is delivery free?')
  await card(two.page, 'Is delivery free?').waitFor()
  await card(one.page, 'Is delivery free?').click()
  await one.page.keyboard.press('i')
  await one.page.getByRole('button', { name: 'Comment on this card' }).click()
  await one.page.getByRole('combobox', { name: /Comment on this card/ }).fill('Please look, @Anna')
  await one.page.getByRole('option', { name: /Anna Berg/ }).click()
  await one.page.getByRole('button', { name: 'Comment', exact: true }).click()
  await card(two.page, 'Is delivery free?').getByTitle('Open comments').waitFor()
  await two.page.getByRole('link', { name: /Inbox, 1 unread/ }).click()
  await two.page.getByText('Please look').first().waitFor()
})

test('a version is kept under a name, looked at, compared and restored', async () => {
  const map = await newMap()
  const { page, errors } = await openLive(map)
  await beside(page, 'Versions')
  await page.getByLabel('Keep the map as it is now').fill('Before the workshop')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.locator('.version', { hasText: 'Before the workshop' }).waitFor()
  await addCard(page, 'An idea of the workshop')
  const version = page.locator('.version', { hasText: 'Before the workshop' })
  await version.getByRole('button', { name: /^Compare/ }).click()
  await page.getByText('1 difference').waitFor()
  await page.getByRole('button', { name: 'All versions' }).click()
  await version.getByRole('link', { name: /^Open/ }).click()
  await page.getByText('You look at the map as it was then').waitFor()
  expect(await page.getByText('An idea of the workshop').count()).toBe(0)
  expect(await page.locator('.map-sheet[data-editable]').count()).toBe(0)
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await page.locator('.map-sheet[data-editable]').waitFor()
  await saved(page)
  await card(page, 'An idea of the workshop').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

test('a research highlight is put on a card, which then is what customers said, and taken off again', async () => {
  const text = 'The parcel came two days late and nobody told me.'
  const note = await api<{ id: string }>('POST', '/research/notes', { title: 'Interview with Mia', text })
  await api('POST', `/research/notes/${note.id}/highlights`, { from: 0, to: 30, text: text.slice(0, 30) })
  const map = await newMap()
  const { page } = await openLive(map)
  await addCard(page, 'It came late')
  await beside(page, 'Research')
  await card(page, 'It came late').click()
  await page.getByRole('button', { name: 'Put on the selected card' }).click()
  await expect.poll(() => card(page, 'It came late').getAttribute('data-standing'), patience).toBe('reported')
  await page.locator('.research-panel').getByRole('button', { name: 'Close' }).click()
  await card(page, 'It came late').focus()
  await page.keyboard.press('i')
  await page.getByRole('dialog').getByText('Interview with Mia').waitFor()
  await page.getByRole('button', { name: 'Take off the card' }).click()
  await expect.poll(() => card(page, 'It came late').getAttribute('data-standing'), patience).toBe('assumed')
})

test('a card that stands for a touchpoint of the library follows its name', async () => {
  const chat = await api<{ id: string }>('POST', '/touchpoints', { name: 'Chat with support', channel: 'Web' })
  const map = await newMap()
  const { page } = await openLive(map)
  await lane(page, 'thoughts').hover()
  await lane(page, 'thoughts').locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  await page.keyboard.type('/touch')
  await page.getByRole('option', { name: /Touchpoint/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Choose from the library' }).click()
  await page.getByRole('option', { name: /Chat with support/ }).click()
  await card(page, 'Chat with support').waitFor()
  await saved(page)
  await api('PUT', `/touchpoints/${chat.id}`, { name: 'Live chat' })
  await card(page, 'Live chat').waitFor()
})

test('the title and what a step opens are changed on the map, and the map below says where it belongs', async () => {
  const map = await newMap()
  const { page } = await openLive(map, '?detail=steps')
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByLabel('Title of the map').fill('Buying a bicycle')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Buying a bicycle' }).waitFor()
  await page.locator('.step-head .head-menu').first().click()
  await page.getByRole('menuitem', { name: 'Choose a detailed map' }).click()
  await page.getByRole('button', { name: 'Make a blank map for it' }).click()
  await page.locator('.step-head').first().getByLabel('opens a map').waitFor()
  await saved(page)
  // The list of maps, and with it who opens whom, follows the map within moments.
  const opens = async (): Promise<readonly string[]> => {
    const { children } = await api<{ children: readonly { title: string }[] }>('GET', `/maps/${map}/parents`)
    return children.map(({ title }) => title)
  }
  await expect.poll(opens, patience).toHaveLength(1)
  await page.locator('.step-head .head-menu').first().click()
  await page.getByRole('menuitem', { name: 'Open the detailed map' }).click()
  await page.getByRole('navigation', { name: 'Where this map belongs' }).getByRole('link', { name: 'Buying a bicycle' }).waitFor()
})

test('the story is walked with the arrow keys, and no form has a serious fault of accessibility', async () => {
  const map = await newMap()
  const { page } = await openLive(map)
  for (const view of ['table', 'flow', 'persona', 'story']) {
    await page.goto(`${wend.url}/maps/${map}?view=${view}`)
    await page.locator('.map-body').waitFor()
    await saved(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
    expect(serious.map((one) => `${view}: ${one.id} ${one.nodes[0]?.target.join(' ')}`)).toEqual([])
  }
  const shown = page.locator('.story-page[data-shown] h2')
  const first = await shown.innerText()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => shown.innerText(), patience).not.toBe(first)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => shown.innerText(), patience).toBe(first)
})
