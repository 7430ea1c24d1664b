import { WrongUsage } from '../failure.ts'

/** "all" or a whole number of rows from 0. */
export function parseLimit(text: string): number | 'all' {
  if (text === 'all') return 'all'
  if (!/^\d{1,9}$/.test(text)) throw new WrongUsage(`--limit: "${text}" is neither "all" nor a whole number of rows.`)
  return Number(text)
}

/** A whole number between bounds; underscores and commas may group it, and k and M stand for thousands and millions. */
export function parseWhole(text: string, option: string, bounds: { readonly least: number; readonly most: number }): number {
  const [, digits = '', letter = ''] = /^(\d[\d_,]*(?:\.\d+)?)\s*([kM]?)$/.exec(text) ?? []
  const value = Number(digits.replaceAll(/[_,]/g, '')) * (letter === 'k' ? 1000 : letter === 'M' ? 1_000_000 : 1)
  if (digits === '' || !Number.isInteger(value) || value < bounds.least || value > bounds.most)
    throw new WrongUsage(`${option}: "${text}" is no whole number from ${bounds.least} to ${bounds.most}.`)
  return value
}
