import { byText, sum } from '../by-order.ts'
import { asOf, type CardDraft, type ContextStage, type MapContext } from '../discover/map-context.ts'

/** Channels of a stage at the most; the rest is left to the touchpoint cards. */
const most = 4

/** A card for each channel that leads some touchpoint of the stage, with its share of the stage's occurrences. */
export function channelCards(context: MapContext): readonly CardDraft[] {
  return context.stages.flatMap((stage) => cardsOf(context, stage))
}

function cardsOf(context: MapContext, stage: ContextStage): readonly CardDraft[] {
  const rows = stage.touchpoints.flatMap((name) => context.touchpoint.get(name) ?? []).filter((row) => row.channel !== '')
  const all = sum(stage.touchpoints.map((name) => context.touchpoint.get(name)?.occurrences ?? 0))
  const channels = [...new Set(rows.map((row) => row.channel))].map((channel) => {
    const led = rows.filter((row) => row.channel === channel)
    return { channel, led, occurrences: sum(led.map((row) => row.occurrences)) }
  })
  const ranked = channels.sort((a, b) => b.occurrences - a.occurrences || byText(a.channel, b.channel)).slice(0, most)
  return ranked.map(({ channel, led, occurrences }) => ({
    lane: 'channels',
    about: channel,
    stage: stage.id,
    body: { kind: 'channel', channel, occurrences, share: occurrences / all },
    evidence: led.map((row) => ({
      kind: 'answer',
      question: { question: 'touchpoints' },
      pick: { kind: 'touchpoint', touchpoint: row.touchpoint, number: 'occurrences' },
      label: `occurrences of ${row.touchpoint}, mostly through ${channel}`,
      value: row.occurrences,
      n: row.occurrences,
      count: row.occurrences,
    })),
    standing: { kind: 'inferred', n: occurrences, ...asOf(context), rule: 'each touchpoint counted under its leading channel' },
  }))
}
