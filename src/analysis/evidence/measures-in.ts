import type { AnyAnswer } from '../../journey/answer.ts'
import type { MemberPick } from '../../journey/member-pick.ts'
import { measureNames } from './number-label.ts'
import { readNumber, type ReadNumber } from './read-number.ts'

/** The numbers of a picked row that can be put on a card, besides the length of its list. */
export function measuresIn(answer: AnyAnswer, pick: MemberPick): readonly (ReadNumber & { readonly measure: string })[] {
  return measureNames
    .filter((measure) => measure !== 'journeys')
    .flatMap((measure) => {
      const read = readNumber(answer, pick, measure)
      return read ? [{ measure, ...read }] : []
    })
}
