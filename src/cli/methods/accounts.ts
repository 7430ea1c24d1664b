import type { Command } from 'commander'
import { parseDuration } from '../parse/duration.ts'
import { oneOf } from '../parse/one-of.ts'
import { formatCount, formatDate, formatDuration, formatRate } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import { differenceText, estimateText } from './estimate-text.ts'
import type { Look } from '../context.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand, MethodOptions } from './method-command.ts'

/** Options of both account questions. */
const addAccountOptions = (command: Command): Command =>
  command
    .option('--rule <rule>', 'accounts, account: whose place says the stage, furthest or deciding (default: furthest)')
    .option('--role <role>', 'accounts, account: the role that decides (default: by its name)')
    .option('--silent <duration>', 'accounts, account: no event for longer than this is silence (default: 30d)')

/** What they say. Throws `WrongUsage`. */
export function accountOptions({ rule, role, silent }: MethodOptions): {
  readonly rule?: 'furthest' | 'deciding'
  readonly role?: string
  readonly silentMs?: number
} {
  return {
    ...(typeof rule === 'string'
      ? { rule: oneOf(rule, '--rule', ['furthest', 'deciding']) }
      : typeof role === 'string'
        ? { rule: 'deciding' }
        : {}),
    ...(typeof role === 'string' && { role }),
    ...(typeof silent === 'string' && { silentMs: parseDuration(silent, '--silent') }),
  }
}

type Accounts = MethodAnswer<'accounts'>
type Table = (answer: Accounts, look: Look) => string

const listed: Table = ({ rows }, look) =>
  drawTable(
    [
      { title: 'account', value: (row) => row.account },
      { title: 'stage', value: (row) => row.stage ?? '–' },
      { title: 'people', value: (row) => formatCount(row.people), right: true },
      { title: 'roles', value: (row) => row.roles.join(', ') },
      { title: 'events', value: (row) => formatCount(row.events), right: true },
      { title: 'first', value: (row) => formatDate(row.first) },
      { title: 'last', value: (row) => formatDate(row.last) },
      { title: 'outcome', value: (row) => row.outcome },
      { title: 'silent', value: silentText },
    ],
    rows,
    look,
  )

const silentText = ({ silent, silentRoles }: Accounts['rows'][number]): string =>
  silent === 0 ? '' : `${formatCount(silent)}${silentRoles.length > 0 ? `: ${silentRoles.join(', ')}` : ''}`

const roles: Table = ({ summary }, look) =>
  drawTable(
    [
      { title: 'role', value: (row) => row.role || '(none)' },
      { title: 'people', value: (row) => formatCount(row.people), right: true },
      { title: 'silent', value: (row) => formatCount(row.silent), right: true },
      { title: 'accounts', value: (row) => formatCount(row.accounts), right: true },
      { title: 'with a silent one', value: (row) => formatCount(row.silentAccounts), right: true },
      { title: 'silence p50', value: (row) => formatDuration(row.p50Silence), right: true },
    ],
    summary.roles,
    look,
  )

const breadth: Table = ({ summary }, look) =>
  drawTable(
    [
      { title: 'people', value: (row) => formatCount(row.people), right: true },
      { title: 'accounts', value: (row) => formatCount(row.accounts), right: true },
      { title: 'reach the goal', value: (row) => formatCount(row.reachedGoal), right: true },
      { title: 'share', value: (row) => estimateText(row.goal), right: true },
    ],
    summary.breadth,
    look,
  )

const stalls: Table = ({ summary }, look) =>
  drawTable(
    [
      { title: 'touchpoint', value: (row) => row.touchpoint },
      { title: 'visits', value: (row) => formatCount(row.visits), right: true },
      { title: 'stop there', value: (row) => formatCount(row.stops), right: true },
      { title: 'share', value: (row) => formatRate(row.stopShare.value), right: true },
      { title: 'less others', value: (row) => differenceText(row.stopDifference), right: true },
      { title: 'next p50', value: (row) => (row.p50ToNext === null ? '–' : formatDuration(row.p50ToNext)), right: true },
      { title: 'long waits less others', value: (row) => differenceText(row.slowDifference), right: true },
    ],
    summary.stalls.slice(0, 10),
    look,
  )

export const accountsCommand: MethodCommand<'accounts'> = {
  describe: 'accounts with their people: stage, who is silent, where they stall',
  options: addAccountOptions,
  build: (options) => ({ question: 'accounts', ...accountOptions(options) }),
  present: (answer, look) => {
    const { broadDifference, silentMs } = answer.summary
    if (answer.total === 0) return 'No accounts.\n'
    return [
      listed(answer, look),
      `\n\nSilent for more than ${formatDuration(silentMs)}, by role\n`,
      roles(answer, look),
      '\n\nHow many people take part, and the goal\n',
      breadth(answer, look),
      broadDifference ? `\nTwo people or more less one: ${differenceText(broadDifference)} points` : '',
      '\n\nWhere accounts stall, beside all other touchpoints\n',
      stalls(answer, look),
    ].join('')
  },
}
