import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { serve } from '../../src/serve.ts'
import { launchChromium, pageDefaults } from '../browser/launch-chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface StartedWend {
  readonly url: string
  /** A page of its own; whatever it logs as an error is in `errors`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly errors: string[] }>
  close(): Promise<void>
}

/** A real Wend on a directory of its own with the built web app, and a browser. With `demo` it waits until the demo's map is made. */
export async function startWend({ demo }: { readonly demo: boolean }): Promise<StartedWend> {
  const built = spawnSync(process.execPath, [join(root, '.config', 'build-web.mjs')], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The web app could not be built.')
  const directory = await mkdtemp(join(tmpdir(), 'wend-e2e-'))
  const serving = await serve({ dataDirectory: directory, port: 0, demo, webDirectory: join(root, 'dist', 'web') })
  const browser = await launchChromium()
  if (serving.demo) await jobEnd(serving.url, serving.demo.id)
  return {
    url: serving.url,
    open: (path, options) => openPage(browser, serving.url + path, options),
    close: async () => {
      await browser.close()
      await serving.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ...pageDefaults, viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(url)
  return { page, errors }
}

/** Reads the job's stream until Wend closes it. */
async function jobEnd(url: string, id: string): Promise<void> {
  await (await fetch(`${url}/api/v1/jobs/${id}/events`)).text()
  const job = (await (await fetch(`${url}/api/v1/jobs/${id}`)).json()) as { state: string }
  if (job.state !== 'done') throw new Error(`The demo ended as ${job.state}.`)
}

/** The number in a text such as "1,234 journeys". */
export const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''))
