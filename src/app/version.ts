import { readFileSync } from 'node:fs'

/** Wend's own version, as its package says. */
export const wendVersion: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version
