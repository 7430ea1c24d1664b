import type { JourneyMap, Stage, Step } from '../journey/map.ts'

/**
 * The map as a Mermaid `journey` diagram: stages are sections, steps are tasks, the score 1..5 is the step's mean score
 * (else as people drew it, else 3), the actors are the channels, or where no channel is known the personas of the step.
 * Characters that the grammar gives a meaning are replaced by ones that look alike.
 */
export function mapToMermaid(map: JourneyMap): string {
  const lines = ['journey', `  title ${plainText(map.title, 'Customer journey')}`]
  for (const stage of map.stages) {
    lines.push(`  section ${plainText(stage.name, 'Stage')}`)
    for (const step of stage.steps) lines.push(`    ${taskName(step.name)}: ${scoreOf(map, stage, step)}${actorsOf(map, stage, step)}`)
  }
  return `${lines.join('\n')}\n`
}

function scoreOf(map: JourneyMap, stage: Stage, step: Step): number {
  const points = map.emotion?.points.filter((point) => point.stage === stage.id) ?? []
  const point = points.find((candidate) => candidate.step === step.id) ?? points.find((candidate) => candidate.step === undefined)
  const drawn = map.drawnCurves?.flatMap((curve) => curve.points).find((candidate) => candidate.step === step.id)
  const score = point?.mean ?? drawn?.value
  return score === undefined ? 3 : Math.min(5, Math.max(1, Math.round(3 + 2 * score)))
}

function actorsOf(map: JourneyMap, stage: Stage, step: Step): string {
  const channels = map.cards.flatMap((card) =>
    card.stage === stage.id && card.step === step.id && card.hidden !== true && card.body.kind === 'touchpoint' && card.body.channel !== ''
      ? [card.body.channel]
      : [],
  )
  const names = channels.length > 0 ? channels : personasOf(map, step)
  const actors = [...new Set(names.map((name) => plainText(name, '').replaceAll(',', ' ').trim()))].filter((name) => name !== '')
  return actors.length === 0 ? '' : `: ${actors.slice(0, 20).join(', ')}`
}

/** Those named by a card of the step; where no card of the map names any, all of them. */
function personasOf(map: JourneyMap, step: Step): readonly string[] {
  const named = map.cards.some((card) => card.personas !== undefined)
  const here = new Set(map.cards.flatMap((card) => (card.step === step.id && card.hidden !== true ? (card.personas ?? []) : [])))
  return map.personas.filter(({ id }) => !named || here.has(id)).map(({ name }) => name)
}

/** `#` and `%%` begin comments, `;` and `:` end names, `<br>` and entities are read as markup. */
function plainText(text: string, otherwise: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('#', 'No. ')
    .replaceAll(';', ',')
    .replaceAll(':', ' -')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('%%', '% %')
    .replaceAll('%%', '% %')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/ {2,}/g, ' ')
    .trim()
  return plain === '' ? otherwise : plain
}

/** A name that begins like a keyword would be read as the keyword, in any case of letters. */
function taskName(name: string): string {
  const plain = plainText(name, 'Step')
  return /^(journey|title|section|acctitle|accdescr|%)/i.test(plain) ? `The ${plain}` : plain
}
