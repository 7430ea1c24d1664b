import { parseWhole } from '../parse/whole-number.ts'
import { formatCount } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'archetypes'>['rows'][number]

export const archetypesCommand: MethodCommand<'archetypes'> = {
  describe: 'groups of journeys that behave alike, each with a journey that somebody really made',
  options: (command) =>
    command
      .option('--most <number>', 'archetypes: the largest number of them that is tried, 1 to 8 (default 8)')
      .option('--seeds <number>', 'archetypes: random starts for each number, 1 to 32 (default 8)'),
  build: ({ most, seeds }) => ({
    question: 'archetypes',
    ...(typeof most === 'string' && { most: parseWhole(most, '--most', { least: 1, most: 8 }) }),
    ...(typeof seeds === 'string' && { seeds: parseWhole(seeds, '--seeds', { least: 1, most: 32 }) }),
  }),
  present: ({ rows, summary }, look) => {
    if (rows.length === 0) return ''
    const table = drawTable(
      [
        { title: '#', value: (row: Row) => String(row.number), right: true },
        { title: 'archetype', value: (row: Row) => row.name },
        { title: 'journeys', value: (row: Row) => formatCount(row.journeys), right: true },
        { title: 'share', value: (row: Row) => percent(row.share), right: true },
        ...(summary.hasGoal ? [{ title: 'reach the goal', value: goalOf, right: true }] : []),
        { title: 'feeling', value: feelingOf, right: true },
        { title: 'steps', value: (row: Row) => row.events.toFixed(1), right: true },
        { title: 'alike', value: (row: Row) => row.similarity.toFixed(2), right: true },
      ],
      rows,
      look,
    )
    return `${[table.trimEnd(), ...rows.map(aboutRow), triedLine(summary)].join('\n\n')}\n`
  },
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`)

function goalOf({ outcomes }: Row): string {
  const goal = outcomes.find(({ outcome }) => outcome === 'goal')
  return goal ? `${percent(goal.value)} (${percent(goal.low)}–${percent(goal.high)})` : '–'
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
const feelingOf = ({ emotion }: Row): string =>
  emotion.value === null ? `too few (${emotion.n})` : `${signed(emotion.value)} (n ${formatCount(emotion.n)})`

const shownSteps = 14

function aboutRow({ number, name, representative, traits, segments }: Row): string {
  const path = representative.slice(0, shownSteps).join(' → ')
  const rest = representative.length > shownSteps ? ` … and ${representative.length - shownSteps} more` : ''
  const compared = (one: { readonly here: number; readonly elsewhere: number }): string =>
    `${percent(one.here)} here, ${percent(one.elsewhere)} elsewhere`
  const told = segments.filter(({ share, elsewhere, value }) => value !== '' && Math.abs(share - elsewhere) >= 0.1).slice(0, 3)
  return [
    `${number}. ${name}`,
    `   a journey of theirs: ${path}${rest}`,
    ...traits.slice(0, 3).map((trait) => `   ${trait.touchpoint}: ${compared(trait)}`),
    ...told.map(({ property, value, share, elsewhere }) => `   ${property} ${value}: ${compared({ here: share, elsewhere })}`),
  ].join('\n')
}

function triedLine({ tried, certainty, coverage }: MethodAnswer<'archetypes'>['summary']): string {
  const least = Math.min(...tried.map(({ bic }) => bic))
  const list = tried.map(
    ({ size, bic, heldOut }) =>
      `${size}: +${formatCount(Math.round(bic - least))}${heldOut === null ? '' : ` (left out ${heldOut.toFixed(4)})`}`,
  )
  return `BIC above the best, by number of archetypes (left out: log-likelihood per event of journeys not fitted to): ${list.join(', ')}\nCertainty ${percent(certainty)}, journeys like their archetype's: ${coverage.toFixed(2)} of 1`
}
