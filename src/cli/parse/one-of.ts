import { WrongUsage } from '../failure.ts'

/** One of the words an option takes. */
export function oneOf<Word extends string>(value: string, option: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new WrongUsage(`${option}: "${value}" cannot stand here. Write ${words.join(', ')}.`)
  return found
}
