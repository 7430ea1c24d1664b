import { useMemo } from 'react'
import type { MethodQuestion } from '../../../journey/method.ts'
import type { ChannelVisitsQuestion, HandOffsQuestion } from '../../../journey/question.ts'
import { useExplore } from '../explore/use-explore.ts'

export interface Switch {
  readonly from: string
  readonly to: string
  readonly fromTouchpoint?: string
  readonly toTouchpoint?: string
}
export interface ChannelLists {
  readonly openSwitch: (one: Switch, number: 'count' | 'journeys' | 'ended' | 'later' | 'goal', label: string) => void
  readonly openChannel: (
    channel: string,
    number: 'journeys' | 'occurrences' | 'starts' | 'ends' | 'exits' | 'stayed',
    label: string,
  ) => void
}

/** Opens the journeys behind the numbers of channels, under the filters that they were counted under. */
export function useChannelLists({ events, journeys }: MethodQuestion<'channels'>, support: readonly string[]): ChannelLists {
  const { open } = useExplore()
  return useMemo(() => {
    const filters = { ...(events ? { events } : {}), ...(journeys ? { journeys } : {}) }
    return {
      openSwitch: ({ from, to, fromTouchpoint, toTouchpoint }, number, label) => {
        const place = fromTouchpoint === undefined || toTouchpoint === undefined ? {} : { fromTouchpoint, toTouchpoint }
        const of: HandOffsQuestion = {
          question: 'hand-offs',
          ...filters,
          ...(number === 'goal' ? { journeys: { ...journeys, outcomes: ['goal'] } } : {}),
          ...(number === 'later' ? { later: support } : {}),
        }
        open(of, { kind: 'hand-off', from, to, ...place, number: number === 'goal' ? 'journeys' : number }, label)
      },
      openChannel: (channel, number, label) => {
        const of: ChannelVisitsQuestion = { question: 'channel-visits', ...filters }
        open(of, { kind: 'channel', channel, number }, label)
      },
    }
  }, [events, journeys, support, open])
}
