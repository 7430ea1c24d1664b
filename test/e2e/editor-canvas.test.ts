import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapForTests } from '../../src/exports/map-for-tests.ts'
import { startWend, type StartedWend } from './started-wend.ts'

const patience = { timeout: 8_000 }

let wend: StartedWend
beforeAll(async () => {
  wend = await startWend({ demo: false })
})
afterAll(() => wend.close())

async function newMap(detail: 'stages' | 'steps' = 'stages'): Promise<string> {
  const made = await fetch(`${wend.url}/api/v1/maps/import?format=json`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: JSON.stringify(mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1 })),
  })
  return `/maps/${((await made.json()) as { map: { id: string } }).map.id}?detail=${detail}`
}

async function openLive(path: string): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const opened = await wend.open(path)
  await whenLive(opened.page)
  return opened
}
async function whenLive(page: Page): Promise<void> {
  await page.locator('.map-sheet[data-editable]').waitFor()
  await saved(page)
}
const saved = (page: Page) => expect.poll(() => page.locator('.live-state').innerText(), patience).toBe('Saved')

const lane = (page: Page, kind: string): Locator => page.locator(`.lane[data-kind="${kind}"]`)
const cell = (page: Page, kind: string, at = 0): Locator => lane(page, kind).locator('[data-cell]').nth(at)
const cellKeyOf = (card: Locator): Promise<string | null> =>
  card.evaluate((one) => one.closest('[data-cell]')?.getAttribute('data-cell') ?? null)
const chosen = (page: Page): Promise<number> => page.locator('[data-card][data-selected]').count()
const names = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts()

async function write(page: Page, text: string, { kind = 'thoughts', at = 0 } = {}): Promise<Locator> {
  await cell(page, kind, at).hover()
  await cell(page, kind, at).locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  const card = page.locator('[data-card]', { hasText: text })
  await card.waitFor()
  return card
}

/** Undoes and redoes what was just done, by what it changed. */
async function takesBack<Value>(
  page: Page,
  read: () => Promise<Value>,
  { before, after }: { readonly before: Value; readonly after: Value },
): Promise<void> {
  await expect.poll(read, patience).toEqual(after)
  await page.keyboard.press('Control+z')
  await expect.poll(read, patience).toEqual(before)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(read, patience).toEqual(after)
}

/** What a copy or cut of the focused card puts on the clipboard. */
const takeOut = (page: Page, kind: 'copy' | 'cut'): Promise<Record<string, string>> =>
  page.evaluate((type) => {
    const clipboardData = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }))
    return Object.fromEntries(clipboardData.types.map((one) => [one, clipboardData.getData(one)]))
  }, kind)
const putIn = (page: Page, data: Record<string, string>): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)

/** Drags with the mouse, as a hand does: in steps, until the line shows where it would land. */
async function drag(what: Locator, onto: Locator, at: { readonly x: number; readonly y: number }): Promise<void> {
  const page = what.page()
  await what.hover({ position: { x: 12, y: 8 } })
  await page.mouse.down()
  const box = await onto.boundingBox()
  if (!box) throw new Error('The place to drop on is not on screen.')
  await page.mouse.move(box.x + at.x, box.y + at.y, { steps: 8 })
  await page.locator('.drop-line:not([hidden])').waitFor()
  await page.mouse.move(box.x + at.x + 1, box.y + at.y)
  await page.mouse.up()
}

async function menu(page: Page, label: string, command: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.getByRole('menuitem', { name: command }).click()
}

test('a card is dragged to another cell with the mouse, seen by somebody else, and brought back', async () => {
  const map = await newMap()
  const { page, errors } = await openLive(map)
  const other = await openLive(map)
  const card = await write(page, 'Dragged about')
  const from = await cellKeyOf(card)
  const target = cell(page, 'thoughts', 2)
  const to = await target.getAttribute('data-cell')
  await drag(card, target, { x: 20, y: 4 })
  await takesBack(page, () => cellKeyOf(card), { before: from, after: to })
  await expect.poll(() => cellKeyOf(other.page.locator('[data-card]', { hasText: 'Dragged about' })), patience).toBe(to)
  expect(errors).toEqual([])
})

test('cards are chosen by a rectangle, and by Shift and a click; m and the arrow keys move them', async () => {
  const { page } = await openLive(await newMap())
  const one = await write(page, 'First of two')
  await write(page, 'Second of two')
  const box = await one.boundingBox()
  const room = await cell(page, 'thoughts').boundingBox()
  if (!box || !room) throw new Error('The card is not on screen.')
  await page.keyboard.press('Escape')
  // From the empty ground right of the cell's cards, up over both.
  await page.mouse.move(room.x + room.width + 4, room.y + room.height - 3)
  await page.mouse.down()
  await page.mouse.move(box.x + 10, box.y + 10, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => chosen(page), patience).toBeGreaterThanOrEqual(2)
  await one.click()
  await page.locator('[data-card]', { hasText: 'Second of two' }).click({ modifiers: ['Shift'] })
  await expect.poll(() => chosen(page), patience).toBe(2)
  const from = await cellKeyOf(one)
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => cellKeyOf(one), patience).not.toBe(from)
  const to = await cellKeyOf(one)
  await takesBack(page, () => cellKeyOf(one), { before: from, after: to })
})

test('cards are copied as a table, and a spreadsheet’s table fills cells', async () => {
  const { page } = await openLive(await newMap())
  await write(page, 'Left', { at: 0 })
  await write(page, 'Right', { at: 1 })
  await page.locator('[data-card]', { hasText: 'Left' }).click()
  await page.locator('[data-card]', { hasText: 'Right' }).click({ modifiers: ['Control'] })
  const copied = await takeOut(page, 'copy')
  expect(copied['text/plain']).toBe('Left\tRight')
  await page.locator('[data-card]', { hasText: 'Left' }).click()
  const count = (): Promise<number> => page.locator('[data-card]', { hasText: /pasted$/ }).count()
  await putIn(page, { 'text/plain': 'a pasted\tb pasted\r\nc pasted\t"d ""d"" pasted"\r\n' })
  await takesBack(page, count, { before: 0, after: 4 })
  expect(await cellKeyOf(page.locator('[data-card]', { hasText: 'b pasted' }))).toBe(
    await cell(page, 'thoughts', 1).getAttribute('data-cell'),
  )
  expect(await page.getByText('d "d" pasted').count()).toBe(1)
})

test('cards are cut from one map and pasted into another', async () => {
  const one = await openLive(await newMap())
  const two = await openLive(await newMap())
  const card = await write(one.page, 'On the move')
  await card.click()
  const data = await takeOut(one.page, 'cut')
  await card.waitFor({ state: 'detached' })
  await two.page.locator('.card[tabindex="0"]').focus()
  await putIn(two.page, data)
  await two.page.locator('[data-card]', { hasText: 'On the move' }).waitFor()
})

test('steps and stages are dragged, stages split and merged, lanes moved and folded', async () => {
  const { page } = await openLive(await newMap('steps'))
  const stages = (): Promise<string[]> => names(page, '.stage-name')
  const steps = (): Promise<string[]> => names(page, '.step-name')
  const lanes = (): Promise<string[]> => names(page, '.lane-name')
  const first = await stages()
  await drag(page.locator('[data-stage]').first(), page.locator('[data-stage]').nth(1), { x: 180, y: 10 })
  await takesBack(page, stages, { before: first, after: [first[1] ?? '', first[0] ?? '', ...first.slice(2)] })
  const order = await steps()
  await drag(page.locator('[data-step]').first(), page.locator('[data-step]').nth(1), { x: 120, y: 8 })
  await takesBack(page, steps, { before: order, after: [order[1] ?? '', order[0] ?? '', ...order.slice(2)] })
  const whole = await stages()
  await page.locator('.stage-head').first().hover()
  await menu(page, `Stage ${whole[0]}`, 'Split at the middle')
  await page.locator('.name-input').press('Enter')
  await expect.poll(async () => (await stages()).length, patience).toBe(4)
  const split = await stages()
  await page.keyboard.press('Control+z')
  await expect.poll(stages, patience).toEqual(whole)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(stages, patience).toEqual(split)
  await menu(page, `Stage ${split[0]}`, /Merge into/)
  await takesBack(page, async () => (await stages()).length, { before: 4, after: 3 })
  const down = await lanes()
  await menu(page, `Lane ${down[0]}`, 'Move down')
  await takesBack(page, lanes, { before: down, after: [down[1] ?? '', down[0] ?? '', ...down.slice(2)] })
  const cards = await page.locator('[data-card]').count()
  await menu(page, `Lane ${down[0]}`, 'Fold or open')
  await page.locator('.lane-folded').waitFor()
  expect(await page.locator('[data-card]').count()).toBeLessThan(cards)
})

test('an emotion curve is drawn with the pointer and with keys', async () => {
  const { page } = await openLive(await newMap())
  const point = page.locator('.drawn-point').first()
  const value = (): Promise<string | null> => point.getAttribute('aria-valuetext')
  const box = await point.boundingBox()
  if (!box) throw new Error('The point is not on screen.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y - 20, { steps: 4 })
  await page.mouse.up()
  await expect.poll(value, patience).not.toBe('not drawn')
  const drawn = await value()
  await takesBack(page, value, { before: 'not drawn', after: drawn })
  await point.focus()
  await page.keyboard.press('Home')
  await takesBack(page, () => point.getAttribute('aria-valuenow'), { before: await valueOf(drawn, point), after: '-1' })
  await point.focus()
  await page.keyboard.press('Delete')
  await expect.poll(value, patience).toBe('not drawn')
})
/** What the point stood at before, read after one undo. */
async function valueOf(_drawn: string | null, point: Locator): Promise<string | null> {
  await expect.poll(() => point.getAttribute('aria-valuenow'), patience).toBe('-1')
  await point.page().keyboard.press('Control+z')
  await expect.poll(() => point.getAttribute('aria-valuenow'), patience).not.toBe('-1')
  const before = await point.getAttribute('aria-valuenow')
  await point.page().keyboard.press('Control+Shift+z')
  return before
}

test('the search in the map counts, marks and steps through words and notes', async () => {
  const { page } = await openLive(await newMap())
  await write(page, 'A zebra on the left', { at: 0 })
  await write(page, 'A Zébra on the right', { at: 2 })
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Search in the map' })
  await field.fill('zebra')
  const count = (): Promise<string> => page.locator('.find-count').innerText()
  await expect.poll(count, patience).toBe('1 of 2')
  expect(await page.locator('[data-found]').count()).toBe(2)
  await field.press('Enter')
  await expect.poll(count, patience).toBe('2 of 2')
  expect(await page.locator('[data-found="current"]').innerText()).toContain('right')
  await field.press('Escape')
  await expect.poll(() => page.locator('[data-found]').count(), patience).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), patience).toContain('right')
})

test('the command palette runs a command of the map, and the help lists its keys', async () => {
  const { page } = await openLive(await newMap())
  const stages = await page.locator('.stage-name').count()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('add a stage')
  await page.getByRole('menuitem', { name: /Add a stage/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.name-input').press('Enter')
  await expect.poll(() => page.locator('.stage-name').count(), patience).toBe(stages + 1)
  await page.locator('.card[tabindex="0"]').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Search in the map').waitFor()
})

test('who is alone and offline edits, closes the tab, and finds the edit again, merged with what another wrote', async () => {
  const map = await newMap()
  const one = await openLive(map)
  const context: BrowserContext = one.page.context()
  const two = await openLive(map)
  await write(one.page, 'Written with a connection')
  await two.page.getByText('Written with a connection').waitFor()
  await context.setOffline(true)
  await write(one.page, 'Written without a connection')
  await write(two.page, 'Written meanwhile', { at: 1 })
  await saved(two.page)
  await expect.poll(() => one.page.locator('.live-state').innerText(), patience).toMatch(/kept in this browser|not saved yet/)
  await one.page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(wend.url + map)
  await again.getByText('Written without a connection').waitFor()
  await again.getByText('Written meanwhile').waitFor()
  await two.page.getByText('Written without a connection').waitFor()
})

test('hostile markup is pasted as words, and ten megabytes are refused with a sentence', async () => {
  const { page, errors } = await openLive(await newMap())
  await cell(page, 'thoughts').hover()
  await cell(page, 'thoughts').locator('.cell-add').click()
  await page.locator('.card-prose').waitFor()
  const html =
    '<p onclick="window.stolen=1">Pay <b>now</b><img src=x onerror="window.stolen=1"><script>window.stolen=1</script><a href="javascript:window.stolen=1">here</a></p>'
  await putIn(page, { 'text/html': html, 'text/plain': 'Pay now here' })
  await expect.poll(() => page.locator('.card-prose').innerText(), patience).toBe('Pay nowhere')
  expect(await page.locator('.card-prose').evaluate((prose) => prose.querySelectorAll('img, script, a, [onclick]').length)).toBe(0)
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'x'.repeat(10_000_000))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByText(/10,000 thousand characters; a card takes 20,000/).waitFor()
  expect(await page.locator('.card-prose').innerText()).toBe('Pay nowhere')
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
  expect(errors).toEqual([])
})

test('a pasted picture becomes a card that asks what it shows; another kind of file is refused with the reason', async () => {
  const { page } = await openLive(await newMap())
  await page.locator('.card[tabindex="0"]').focus()
  await pasteFile(page, { name: 'notes.svg', type: 'image/svg+xml' })
  await page.getByText('notes.svg: A picture is PNG, JPEG, WebP or GIF.').waitFor()
  await pasteFile(page, { name: 'image.png', type: 'image/png' })
  const alt = page.getByRole('textbox', { name: 'What does the picture show?' })
  await alt.fill('The basket with the hidden costs')
  await alt.press('Enter')
  await page.locator('[data-card][data-kind="image"]', { hasText: 'The basket with the hidden costs' }).waitFor()
  await expect.poll(() => page.locator('.card-picture').evaluate((image) => (image as HTMLImageElement).naturalWidth), patience).toBe(1)
})

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const pasteFile = (page: Page, file: { readonly name: string; readonly type: string }): Promise<void> =>
  page.evaluate(
    ({ name, type, base64 }) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], name, { type }))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { ...file, base64: pixel },
  )
