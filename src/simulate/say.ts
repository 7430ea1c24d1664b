import type { Company } from './company.ts'
import { chance, pick } from './distributions.ts'
import type { Random } from './random.ts'
import type { Theme } from './themes.ts'

/** What somebody writes about a theme: fragments of the theme, joined and worn down as people write. Never empty. */
export function say(random: Random, company: Company, theme: Theme): string {
  if (chance(random, 0.2)) return rough(random, fill(random, company, pick(random, theme.short)))
  const first = pick(random, theme.thoughts)
  const parts = chance(random, 0.45) ? [joined(random, first, pick(random, theme.consequences))] : [first]
  if (chance(random, 0.18)) {
    const second = pick(random, theme.thoughts)
    if (second !== first) parts.push(second)
  }
  const end = chance(random, 0.12) && theme.tone !== 'neutral' ? '!' : chance(random, 0.3) ? '' : '.'
  return rough(random, fill(random, company, `${parts.join('. ')}${end}`))
}

/** The subject line of a ticket. */
export function subject(random: Random, company: Company, theme: Theme | undefined): string {
  const text = fill(random, company, pick(random, theme ? theme.subjects : company.subjects))
  return chance(random, 0.15) ? text.toLowerCase() : text
}

function joined(random: Random, thought: string, consequence: string): string {
  const roll = random.uniform()
  if (roll < 0.5) return `${thought}, ${consequence}`
  if (roll < 0.8) return `${thought}. ${consequence.charAt(0).toUpperCase()}${consequence.slice(1)}`
  return roll < 0.9 ? `${thought} - ${consequence}` : `${thought} (${consequence})`
}

function fill(random: Random, company: Company, text: string): string {
  if (!text.includes('{')) return text
  return text
    .replaceAll('{thing}', () => pick(random, company.things))
    .replaceAll('{days}', () => String(6 + Math.floor(random.uniform() * 8)))
    .replaceAll('{times}', () => pick(random, ['two', 'three', '3', '4', 'several']))
}

/** Lower case from the start, a slip of the finger, or nothing at all. */
function rough(random: Random, text: string): string {
  const cased = chance(random, 0.2) ? text.toLowerCase() : text
  return chance(random, 0.09) && cased.length > 12 ? slip(random, cased) : cased
}

function slip(random: Random, text: string): string {
  const at = 2 + Math.floor(random.uniform() * (text.length - 4))
  if (!/^[a-z]{2}/.test(text.slice(at))) return text
  const roll = random.uniform()
  if (roll < 0.4) return `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`
  return roll < 0.75 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + text.charAt(at) + text.slice(at)
}
