/** Done; refused with a reason; wrong usage; cancelled by Ctrl-C. */
export const exitCodes = { done: 0, refused: 1, usage: 2, cancelled: 130 } as const

/** The command cannot be understood: the sentence says what to write instead. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** The command was understood and cannot be done: the sentence says why and what helps. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
