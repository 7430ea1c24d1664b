import { commentParts } from '../../../journey/comment-text.ts'

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: number
  readonly name: string
}

/** What is being typed after an `@`, up to the caret. */
export interface MentionQuery {
  /** Where the `@` stands. */
  readonly from: number
  readonly typed: string
}

const longestName = 80
const choicesShown = 8

/** The mention that the caret is in: an `@` at the beginning of a word, and no line break since. Undefined when there is none. */
export function mentionAt(text: string, caret: number): MentionQuery | undefined {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0) return undefined
  const typed = text.slice(from + 1, caret)
  const startsWord = from === 0 || /[\s([{"'“‘]/.test(text[from - 1] ?? '')
  return startsWord && typed.length <= longestName && !typed.includes('\n') && !/^\s/.test(typed) ? { from, typed } : undefined
}

/** Whom a half-typed name can mean: names that begin so first, then those where a later word begins so. */
export function matchPeople<Person extends Mentionable>(people: readonly Person[], typed: string): readonly Person[] {
  const sought = plain(typed)
  const rank = (person: Person): number => {
    const name = plain(person.name)
    if (name.startsWith(sought)) return 0
    return name.split(' ').some((word) => word.startsWith(sought)) ? 1 : 2
  }
  return people
    .filter((person) => rank(person) < 2)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en') || a.id - b.id)
    .slice(0, choicesShown)
}

/** The text with the half-typed name made whole, and where the caret then stands. */
export function completeMention(
  text: string,
  { from, typed }: MentionQuery,
  person: Mentionable,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(from + 1 + typed.length)
  const whole = `@${person.name}${/^\s/.test(rest) ? '' : ' '}`
  return { text: text.slice(0, from) + whole + rest, caret: from + 1 + person.name.length + 1 }
}

/** A stored text as one edits it: names for numbers. */
export const shownText = (stored: string, people: readonly Mentionable[]): string =>
  commentParts(stored)
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'link') return part.href
      const person = people.find((one) => one.id === part.person)
      return person ? `@${person.name}` : `@[${part.person}]`
    })
    .join('')

/** The text as it is stored: whole names after an `@` become numbers; of names that begin alike the longest. */
export function storedText(shown: string, people: readonly Mentionable[]): string {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length || a.id - b.id)
  let stored = ''
  for (let at = 0; at < shown.length;) {
    const person =
      shown[at] === '@' && !/[\p{L}\p{N}]/u.test(shown[at - 1] ?? '')
        ? longestFirst.find((one) => namedAt(shown, at + 1, one.name))
        : undefined
    stored += person ? `@[${person.id}]` : shown[at]
    at += person ? person.name.length + 1 : 1
  }
  return stored
}

const namedAt = (text: string, at: number, name: string): boolean =>
  text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '')
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
