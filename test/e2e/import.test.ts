import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWend, type StartedWend } from './started-wend.ts'

let wend: StartedWend
beforeAll(async () => {
  wend = await startWend({ demo: false })
})
afterAll(() => wend.close())

const touchpoints = ['Home page', 'Product page', 'Basket', 'Payment', 'Order placed']

/** 40 customers who get one to five steps far, and one row whose time cannot be read. */
function visits(): string {
  const rows = Array.from({ length: 40 }, (_, customer) =>
    touchpoints
      .slice(0, 1 + (customer % 5))
      .map((touchpoint, step) => `c${customer},${touchpoint},2025-03-${String(1 + (customer % 20)).padStart(2, '0')}T10:0${step}:00Z,Web`),
  ).flat()
  return ['customer,touchpoint,time,channel', ...rows, 'c99,Home page,the day before,Web'].join('\n')
}
const read = 121

async function drop(page: Page, name: string, content: string): Promise<void> {
  // Written as text: these names exist in the browser only.
  const transfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer()
    data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}, { type: 'text/csv' }))
    return data
  })()`)
  await page.dispatchEvent('section[aria-label="Files"]', 'drop', { dataTransfer: transfer })
}

async function importDropped(page: Page): Promise<Readonly<Record<string, number>>> {
  await drop(page, 'visits.csv', visits())
  await page.getByRole('heading', { name: /^The first/ }).waitFor()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const sentence = await page.getByRole('math').getAttribute('aria-label')
  const numbers = [...(sentence ?? '').matchAll(/(\d+) ([a-z]+)/g)].map((match): [string, number] => [match[2] ?? '', Number(match[1])])
  return Object.fromEntries(numbers)
}

test('an empty Wend teaches what to bring', async () => {
  const { page, errors } = await wend.open('/')
  await page.getByRole('heading', { name: 'A map is made from what customers did' }).waitFor()
  await page.getByRole('link', { name: 'Import files' }).click()
  await page.getByRole('heading', { name: 'What to bring' }).waitFor()
  expect(errors).toEqual([])
})

test('a dropped file is previewed, imported and accounted for, row by row; then it becomes a map', async () => {
  const { page, errors } = await wend.open('/import')
  const rows = await importDropped(page)
  expect(rows).toEqual({ rows: read, stored: read - 1, refused: 1, duplicates: 0, unused: 0 })
  const refused = page.getByRole('group', { name: 'Refused rows' }).getByRole('row').nth(1)
  expect(await refused.innerText()).toContain('visits.csv:122')
  expect(await refused.innerText()).toContain('the day before')

  await page.getByRole('link', { name: 'To the maps' }).click()
  await page.getByRole('button', { name: 'Make the first map' }).click()
  await page.getByRole('button', { name: 'Compute the map' }).click()
  await page.locator('.river').waitFor()
  expect(await page.locator('.card').filter({ hasText: 'Basket' }).count()).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

test('the same file again adds nothing, and says so', async () => {
  const { page } = await wend.open('/import')
  const rows = await importDropped(page)
  expect(rows).toEqual({ rows: read, stored: 0, refused: 1, duplicates: read - 1, unused: 0 })
})

test('a file that cannot be read is a sentence, not a crash', async () => {
  const { page } = await wend.open('/import')
  await drop(page, 'empty.csv', '')
  const notice = page.getByRole('alert').first()
  await notice.waitFor()
  expect((await notice.innerText()).length).toBeGreaterThan(20)
  expect(await notice.innerText()).not.toMatch(/\bat .*:\d+:\d+/)
})

test('what only a person can say is asked, and each answer is seen in the first events', async () => {
  const { page, errors } = await wend.open('/import')
  const rows = Array.from(
    { length: 12 },
    (_, index) => `u${index % 4};${index % 2 === 0 ? 'Home' : 'Pricing'};0${1 + (index % 3)}/02/2025 1${index % 10}:00`,
  )
  await drop(page, 'plain.csv', ['user_id;page;visited_at', ...rows].join('\n'))
  const questions = page.getByRole('region', { name: 'Only you can say' })
  const first = page.getByRole('group', { name: 'First events' })
  await first.getByText('2025-02-01', { exact: false }).first().waitFor()
  await questions.getByRole('button', { name: 'month-first' }).click()
  await first.getByText('2025-01-02', { exact: false }).first().waitFor()
  await questions.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await first.getByText('2025-01-02 01:00', { exact: false }).first().waitFor()
  await questions.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})
