import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberIn, startWend, type StartedWend } from './started-wend.ts'

/** How long a page may take on a busy machine. */
const patience = { timeout: 10_000 }

let wend: StartedWend
beforeAll(async () => {
  wend = await startWend({ demo: true })
})
afterAll(() => wend.close())

const card = (page: Page, title: string) => page.locator('.map-card').filter({ has: page.getByRole('link', { name: title, exact: true }) })
const cards = (page: Page) => page.locator('.map-card-title')

/** Serious faults of accessibility of what is on the screen now: there are none, and nothing is wider than the screen. */
async function isSound(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.skeleton').count(), patience).toBe(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(serious.map((one) => `${page.url()}: ${one.id} ${one.nodes[0]?.target.join(' ')}`)).toEqual([])
  expect(await page.evaluate<number>(`document.documentElement.scrollWidth - window.innerWidth`), page.url()).toBeLessThanOrEqual(0)
}

/** Opens "New map" on its second or third way. */
async function newMap(page: Page, way: 'By hand' | 'From a file'): Promise<void> {
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('radio', { name: way }).click()
}

test('a map is begun from a template and from nothing, and each opens', async () => {
  const { page, errors } = await wend.open('/maps')
  await newMap(page, 'By hand')
  await page.getByLabel('Title', { exact: true }).fill('Moving house')
  await page.getByRole('searchbox', { name: 'Search templates' }).fill('checkout')
  await page.getByRole('radio', { name: /^Online checkout/ }).check()
  await isSound(page)
  await page.getByRole('button', { name: 'Make the map' }).click()
  await page.waitForURL(/\/maps\/[\w-]+$/)
  await page.getByText('Cart review').first().waitFor()
  await page.goto(`${wend.url}/maps`)
  await newMap(page, 'By hand')
  await page.getByLabel('Title', { exact: true }).fill('From nothing')
  await page.getByRole('button', { name: 'Make the map' }).click()
  await page.waitForURL(/\/maps\/[\w-]+$/)
  await page.goto(`${wend.url}/maps`)
  await card(page, 'From nothing').getByText('3 stages').waitFor()
  await card(page, 'Moving house').getByText('Drawn by hand').waitFor()
  expect(errors).toEqual([])
})

test('Mermaid, CSV and map files become maps; what is none says what to write', async () => {
  const { page } = await wend.open('/maps')
  await newMap(page, 'From a file')
  const text = page.getByLabel('Text of the map')
  const make = page.getByRole('button', { name: 'Make the map' })
  await text.fill('hello this is nothing')
  await page.getByText(/this is not a map yet/).waitFor()
  await page.getByText('A Mermaid text begins with the word “journey”.').waitFor()
  expect(await make.isDisabled()).toBe(true)
  await text.fill('{"title": "Half a map"}')
  await page.getByText('Read as Map file, this is not a map yet:').waitFor()
  await text.fill(',Look,Buy\nThoughts,Is it warm?,Too dear\n')
  await page.getByText('CSV: 2 stages, 1 lane, 2 cards').waitFor()
  await text.fill(
    'journey\n  title Buying shoes\n  section Look\n    Search: 4: Ana\n    Compare: nine: Ana\n  section Buy\n    Pay: 2: Ana',
  )
  await page.getByText(/"nine" is no score/).waitFor()
  await page.getByText('Mermaid journey: 2 stages, 1 lane, 3 cards, 1 persona').waitFor()
  await isSound(page)
  await make.click()
  await page.waitForURL(/\/maps\/[\w-]+$/)
  const id = page.url().split('/').at(-1) ?? ''
  const file = await (await fetch(`${wend.url}/api/v1/maps/${id}/export?format=json`)).text()
  await page.goto(`${wend.url}/maps`)
  await newMap(page, 'From a file')
  await text.fill(file.replaceAll('Buying shoes', 'Buying boots'))
  await page.getByText('Map file: 2 stages, 1 lane, 3 cards, 1 persona').waitFor()
  await make.click()
  await page.waitForURL(/\/maps\/[\w-]+$/)
  await page.goto(`${wend.url}/maps`)
  await card(page, 'Buying boots').waitFor()
})

test('a map is duplicated, given an owner, deleted and brought back, and maps are found and sorted', async () => {
  const { page, errors } = await wend.open('/maps')
  await cards(page).first().waitFor()
  const [title = ''] = await cards(page).filter({ hasText: 'Fernlight' }).allInnerTexts()
  const before = await cards(page).count()
  await page.getByRole('button', { name: `Duplicate ${title}`, exact: true }).click()
  await expect.poll(() => cards(page).count(), patience).toBe(before + 1)
  const copy = (await cards(page).filter({ hasText: title }).allInnerTexts()).find((one) => one !== title) ?? ''
  expect(copy).not.toBe('')
  await card(page, copy).getByLabel('Owner').selectOption('')
  await expect.poll(() => card(page, copy).getByLabel('Owner').inputValue(), patience).toBe('')
  await page.reload()
  await page.getByRole('combobox', { name: 'Owner' }).first().selectOption('Owner')
  await expect.poll(() => card(page, copy).count(), patience).toBe(0)
  await page.getByRole('combobox', { name: 'Owner' }).first().selectOption('')
  await page.getByRole('button', { name: `Delete ${copy}`, exact: true }).click()
  await page.getByRole('button', { name: 'Delete the map' }).click()
  await expect.poll(() => card(page, copy).count(), patience).toBe(0)
  await page.getByText(/^Deleted maps \(/).click()
  await page.locator('.deleted-maps li').filter({ hasText: copy }).getByRole('button', { name: 'Restore' }).click()
  await card(page, copy).waitFor()
  await page.getByRole('combobox', { name: 'Order' }).selectOption('title')
  const titles = await cards(page).allInnerTexts()
  await expect.poll(() => cards(page).allInnerTexts(), patience).toEqual(titles.toSorted((a, b) => a.localeCompare(b)))
  await page.getByRole('searchbox', { name: 'Search maps' }).fill('no map is called this')
  await page.getByText('No map fits. Take a filter away.').waitFor()
  expect(errors).toEqual([])
})

test('a map becomes a template of one’s own, which is offered first and can be deleted', async () => {
  const { page } = await wend.open('/maps')
  await cards(page).first().waitFor()
  const [title = ''] = await cards(page).filter({ hasText: 'Fernlight' }).allInnerTexts()
  await page.getByRole('button', { name: `Save ${title} as a template`, exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Our way to buy')
  await isSound(page)
  await page.getByRole('button', { name: 'Save the template' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await newMap(page, 'By hand')
  await page.locator('.template').nth(1).getByText('Our way to buy').waitFor()
  await page.getByRole('button', { name: 'Delete the template Our way to buy' }).click()
  await page
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click()
  await expect.poll(() => page.locator('.template').filter({ hasText: 'Our way to buy' }).count(), patience).toBe(0)
})

test('a persona of a segment has real numbers, each opens a list of that length, and two stand side by side', async () => {
  const { page, errors } = await wend.open('/personas')
  for (const [name, touchpoint] of [
    ['Anna', 'Size guide'],
    ['Ben', 'Payment declined'],
  ] as const) {
    await page.getByRole('button', { name: 'New persona' }).click()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('radio', { name: 'From a segment' }).click()
    await page
      .getByRole('button', { name: /Reached/ })
      .first()
      .click()
    const search = page.getByRole('searchbox', { name: 'Search reached' })
    await search.fill(touchpoint)
    await page.getByRole('option', { name: touchpoint }).first().click()
    // The list stays open for a second choice: the first Escape empties its search, the next closes it.
    await page.keyboard.press('Escape')
    await expect.poll(() => search.inputValue(), patience).toBe('')
    await page.keyboard.press('Escape')
    await search.waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: 'journeys' }).waitFor()
    if (name === 'Anna') await isSound(page)
    await page.getByRole('button', { name: 'Add the persona' }).click()
    await page.waitForURL(/\/personas\/[\w-]+$/)
    await page
      .getByRole('link', { name: new RegExp(`^[\\d,]+, Journeys of ${name}: open the list`) })
      .first()
      .waitFor()
    if (name === 'Ben') await isSound(page)
    else await page.getByRole('link', { name: 'All personas' }).click()
  }
  const number = page.getByRole('link', { name: /^[\d,]+, Journeys of Ben: open the list$/ }).first()
  const said = numberIn(await number.innerText())
  await number.click()
  expect(numberIn(await page.locator('.members-total').innerText())).toBe(said)
  await page.goto(`${wend.url}/personas`)
  await page.getByText('Rest:', { exact: false }).waitFor()
  await isSound(page)
  await page.getByRole('link', { name: 'Side by side' }).click()
  await page.getByRole('rowheader', { name: 'Reach the goal' }).waitFor()
  await page.locator('.told').first().waitFor()
  await isSound(page)
  expect(errors).toEqual([])
})

test('the library is filled from the events; rules show what they take; names are changed, merged and taken back', async () => {
  const { page, errors } = await wend.open('/touchpoints')
  await page.getByRole('button', { name: /^Take the \d+ names from your events$/ }).click()
  await page.getByLabel('Name of Product page', { exact: true }).waitFor()
  await isSound(page)
  await page.getByLabel('Name of Product page', { exact: true }).fill('Page of a product')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /: rules of Page of a product$/ }).click()
  await page.getByRole('status').filter({ hasText: 'Takes 1 name' }).waitFor()
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByLabel('Rule 2', { exact: true }).selectOption('contains')
  await page.getByLabel('Text of rule 2').fill('Basket')
  await page.getByText('belongs to “Basket”, whose rule comes first').waitFor()
  await isSound(page)
  await page.getByRole('button', { name: 'Give up the changes' }).click()
  await page.getByRole('button', { name: /: rules of Wish list$/ }).click()
  await page.getByLabel('Merge into').selectOption({ label: 'Basket' })
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByRole('button', { name: /: rules of Wish list$/ }).waitFor({ state: 'detached' })
  await page
    .getByRole('button', { name: /: rules of Basket$/ })
    .filter({ hasText: '2 names by 2 rules' })
    .waitFor()
  await page.getByRole('button', { name: /: rules of Newsletter$/ }).click()
  await page.getByRole('button', { name: 'Remove from the library' }).click()
  await page.getByText('1 name in your events belongs to no touchpoint').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: /: rules of Newsletter$/ }).waitFor()
  expect(errors).toEqual([])
})

test('a map is made, left and deleted by keyboard alone', async () => {
  const { page } = await wend.open('/maps')
  await cards(page).first().waitFor()
  const focusOn = async (name: string): Promise<void> => {
    const label = `(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim()`
    for (let presses = 0; presses < 120; presses++) {
      if ((await page.evaluate<string>(label)) === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${name}.`)
  }
  await focusOn('New map')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await focusOn('From data')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByLabel('Title', { exact: true }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('By keys alone')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/maps\/[\w-]+$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.waitForURL('**/maps')
  await card(page, 'By keys alone').waitFor()
  await focusOn('Delete By keys alone')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await focusOn('Delete the map')
  await page.keyboard.press('Enter')
  await expect.poll(() => card(page, 'By keys alone').count(), patience).toBe(0)
})

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const looks: readonly (readonly [string, BrowserContextOptions, readonly string[]])[] = [
  ['in the dark', { colorScheme: 'dark' }, ['/maps', '/personas', '/touchpoints']],
  ['on a phone', { ...phone, colorScheme: 'light' }, ['/maps', '/personas/compare', '/touchpoints', '/personas/nobody']],
]
test.each(looks)('maps, personas and touchpoints are sound %s, and a missing persona leads back', async (_name, look, places) => {
  for (const place of places) {
    const { page } = await wend.open(place, look)
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    await isSound(page)
    if (place.endsWith('nobody')) await page.getByRole('link', { name: 'All personas' }).click()
    await page.context().close()
  }
})
