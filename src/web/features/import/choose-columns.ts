import type { Columns } from '../../../contract/imports.ts'

/** A column for each meaning; empty where none is chosen. */
export type ColumnChoice = Readonly<Record<keyof Columns, string>>

const signs: Readonly<Record<keyof Columns, RegExp>> = {
  customer: /customer|client|user|visitor|contact|person|patient|member/i,
  touchpoint: /touchpoint|event|page|activity|action|step|stage|name/i,
  time: /time|date|stamp|_at$|when/i,
  channel: /channel|medium|device|source/i,
  account: /account|company|organi[sz]ation/i,
  score: /score|stars|rating|nps|csat/i,
  text: /comment|text|verbatim|message|feedback/i,
  role: /role|job|position/i,
  link: /order|ticket|session/i,
  id: /(message|event|row)[ _-]?id|uuid/i,
  sequence: /sequence|^seq|capture/i,
}

/** A first guess from the names alone, each column for one meaning at most; a person corrects it. */
export function guessColumns(names: readonly string[]): ColumnChoice {
  const taken = new Set<string>()
  const guess = (field: keyof Columns): string => {
    const found = names.find((name) => !taken.has(name) && signs[field].test(name)) ?? ''
    taken.add(found)
    return found
  }
  const customer = guess('customer')
  const time = guess('time')
  const id = guess('id')
  return {
    customer,
    time,
    id,
    account: guess('account'),
    role: guess('role'),
    link: guess('link'),
    sequence: guess('sequence'),
    channel: guess('channel'),
    score: guess('score'),
    text: guess('text'),
    touchpoint: guess('touchpoint'),
  }
}

/** The columns as Wend takes them; undefined while who, when or what is missing. */
export function completeColumns(choice: ColumnChoice): Columns | undefined {
  if (choice.customer === '' || choice.touchpoint === '' || choice.time === '') return undefined
  return Object.fromEntries(Object.entries(choice).filter(([, column]) => column !== '')) as Columns
}
