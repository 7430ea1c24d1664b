import type { Company } from './company.ts'
import { chance, normal } from './distributions.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'

const dayMs = 86_400_000
const fadeMs = 14 * dayMs
const rememberedMs = 45 * dayMs
const stays = 0.4

export interface Moment {
  readonly at: number
  readonly theme: number
  readonly shift: number
}

/** Something happened to the person: felt fully right now, and in part for two weeks or so. */
export function feel(person: Person, moment: Moment): void {
  const left = person.carry * Math.exp(-(moment.at - person.carryAt) / fadeMs)
  person.carry = Math.max(-0.7, Math.min(0.5, left + stays * moment.shift))
  person.carryAt = moment.at
  person.immediate = (1 - stays) * moment.shift
  // What hurt most stays on people's minds: a small thing soon after a big one does not become the subject.
  if (Math.abs(moment.shift) < 0.6 * Math.abs(person.themeShift) * Math.exp(-(moment.at - person.themeAt) / fadeMs)) return
  person.theme = moment.theme
  person.themeShift = moment.shift
  person.themeAt = moment.at
}

/** How the person would score now, −1..+1. */
export function opinion(random: Random, person: Person, at: number): number {
  const left = person.carry * Math.exp(-(at - person.carryAt) / fadeMs)
  return Math.max(-1, Math.min(1, person.mood + left + person.immediate + 0.3 * normal(random)))
}

/** What the person would write about: the thing that happened if it is fresh and fits the score, else nothing in particular. */
export function topic(
  random: Random,
  company: Company,
  speaker: { readonly person: Person; readonly at: number; readonly score: number },
): number {
  const { person, at, score } = speaker
  const theme = company.words[person.theme]
  const fits = theme && (theme.tone === 'good' ? score > 0 : score < 0.45)
  if (fits && at - person.themeAt < rememberedMs && chance(random, 0.85)) return person.theme
  const tone = score > 0.3 ? 'good' : score > -0.15 ? 'neutral' : 'bad'
  return company.words.findIndex((words) => words.tone === tone && words.subjects.length > 0)
}

export const isFresh = (person: Person, at: number): boolean => person.theme >= 0 && at - person.themeAt < fadeMs
