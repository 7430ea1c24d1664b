import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exploreViews } from '../../src/web/features/explore/explore-views.ts'
import { startWend, type StartedWend } from './started-wend.ts'

const patience = { timeout: 60_000 }

let wend: StartedWend
beforeAll(async () => {
  wend = await startWend({ demo: true })
}, 120_000)
afterAll(() => wend.close())

const meaning = exploreViews.filter(({ group }) => group === 'meaning')

test.each([...meaning])(
  '$title answers on the demo company without an error, and axe finds nothing',
  async ({ view }) => {
    const { page, errors } = await wend.open(`/explore/${view}`)
    await page.locator('.method, .plan-choice').first().waitFor(patience)
    await expect.poll(() => page.locator('.method-wait, .skeleton').count(), patience).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  },
  120_000,
)

test('an insight is rejected with a reason, stays rejected, is commented on, and taken back', async () => {
  const { page, errors } = await wend.open('/explore/insights')
  const first = page.locator('.insight').first()
  await first.waitFor(patience)
  const title = await first.locator('h2').innerText()
  await first.getByRole('button', { name: 'Reject' }).click()
  await first.getByLabel('Why not').fill('We know this one.')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.insight h2').allInnerTexts(), patience).not.toContain(title)
  await page.reload()
  await page
    .getByRole('radio', { name: /Rejected 1/ })
    .or(page.getByRole('button', { name: /Rejected 1/ }))
    .click(patience)
  const rejected = page.locator('.insight').filter({ hasText: title })
  await rejected.getByText('We know this one.').waitFor(patience)
  await rejected.getByRole('button', { name: 'Comment' }).click()
  await rejected.getByLabel('Comment').fill('Shall we ask the shop team?')
  await page.keyboard.press('Enter')
  await rejected.getByText('Shall we ask the shop team?').waitFor(patience)
  await rejected.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.getByText(/To look at \d+/).count(), patience).toBe(1)
  expect(errors).toEqual([])
  await page.close()
}, 120_000)

test('ids are joined by a rule that a person sets, each join with its reason', async () => {
  const { page, errors } = await wend.open('/identity')
  await page.getByRole('heading', { name: 'Customers and their ids' }).waitFor(patience)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  await page.getByRole('button', { name: 'Ids share a key' }).click()
  await page.getByText('are one customer, unless more than').waitFor(patience)
  expect(errors).toEqual([])
  await page.close()
}, 120_000)
