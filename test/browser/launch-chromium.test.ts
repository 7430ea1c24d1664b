import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { launchChromium, pageDefaults } from './launch-chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
  return () => browser.close()
})

const page = (body: string): string =>
  `data:text/html,${encodeURIComponent(`<!doctype html><html lang="en"><title>Map</title><main><h1>Map</h1>${body}</main></html>`)}`

test('opens a page with text that has a width, and a locale that Intl accepts', async () => {
  const opened = await browser.newPage(pageDefaults)
  await opened.goto(page('<p><span id="text">Pricing page</span></p>'))
  expect((await opened.locator('#text').boundingBox())?.width).toBeGreaterThan(40)
  expect(await opened.evaluate('new Intl.NumberFormat(navigator.language).format(1234.5)')).toBe('1,234.5')
  await opened.close()
})

test('finds the fault that was planted in a page, and none in a sound one', async () => {
  const context = await browser.newContext(pageDefaults)
  const opened = await context.newPage()
  await opened.goto(page('<button>Open</button>'))
  expect((await new AxeBuilder({ page: opened }).analyze()).violations).toEqual([])
  await opened.goto(page('<button></button>'))
  expect((await new AxeBuilder({ page: opened }).analyze()).violations.map((each) => each.id)).toContain('button-name')
  await context.close()
})
