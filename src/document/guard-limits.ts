/** How much a map may hold, removed things included, and how much one update may bring. */
export interface GuardLimits {
  readonly updateBytes: number
  /** UTF-16 code units of one text. */
  readonly text: number
  readonly cards: number
  readonly stages: number
  readonly steps: number
  readonly lanes: number
  readonly personas: number
  readonly curves: number
  /** Fields of one card: evidence and personas are one each. */
  readonly fields: number
}

export const guardLimits: GuardLimits = {
  updateBytes: 256_000,
  text: 20_000,
  cards: 20_000,
  stages: 200,
  steps: 2_000,
  lanes: 100,
  personas: 100,
  curves: 20_000,
  fields: 500,
}

/** Why an update was refused; the message is for the person whose editor sent it. */
export interface GuardRefusal {
  readonly code:
    | 'unreadable'
    | 'too_large'
    | 'too_many'
    | 'incomplete'
    | 'unknown_part'
    | 'not_in_shape'
    | 'bad_value'
    | 'server_only'
    | 'deleted_for_good'
  readonly message: string
}

const messages: Readonly<Record<GuardRefusal['code'], string>> = {
  unreadable: 'This change cannot be read.',
  too_large: 'This change is too large. Make it in smaller parts.',
  too_many: 'The map holds as much as it can. Remove something for good by making a new map from a part of it.',
  incomplete: 'This change builds on others that never arrived. Open the map again and repeat it.',
  unknown_part: 'This change writes to a part that a map does not have.',
  not_in_shape: 'This change does not have the shape of a map.',
  bad_value: 'This change holds a value that a map cannot hold.',
  server_only: 'Numbers and words that come from imported events are not changed by hand. Write a note on the card instead.',
  deleted_for_good: 'Stages, steps, lanes and cards are removed so that they can be restored; this change deletes one for good.',
}

/** Thrown while an update is looked at, caught by the guard: a refusal ends the look at once. */
export class Refused extends Error {
  readonly refusal: GuardRefusal
  constructor(code: GuardRefusal['code'], where: string) {
    super(code)
    this.refusal = { code, message: where === '' ? messages[code] : `${messages[code]} (${where.slice(0, 120)})` }
  }
}
