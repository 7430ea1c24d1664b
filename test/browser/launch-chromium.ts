import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { unpackChromium } from './unpack-chromium.ts'

/** Every page needs a locale: without one the packed Chromium calls itself `en-US@posix`, which `Intl` refuses. */
export const pageDefaults = { locale: 'en-GB', timezoneId: 'UTC' } as const

/**
 * Returns a Chromium for tests: the one that WEND_CHROMIUM names, else /usr/bin/chromium, else the one from npm, which
 * needs nothing installed on the machine. Close it when done; open pages with `browser.newPage(pageDefaults)`.
 */
export async function launchChromium(): Promise<Browser> {
  const installed = process.env['WEND_CHROMIUM'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
  return chromium.launch({ ...(installed === undefined ? await fromNpm() : { executablePath: installed }), args: sandbox() })
}

async function fromNpm(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The Chromium from npm runs on Linux x64 only. Set WEND_CHROMIUM to the path of a Chrome or Chromium to run these tests.',
    )
  const { executable, libraries, fontConfig } = await unpackChromium()
  const path = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return { executablePath: executable, env: { ...process.env, LD_LIBRARY_PATH: path, FONTCONFIG_FILE: fontConfig } }
}

/** Chromium refuses its sandbox to root; tests open only our own pages. */
function sandbox(): string[] {
  const root = process.getuid?.() === 0
  return ['--font-render-hinting=none', ...(root ? ['--no-sandbox'] : [])]
}
