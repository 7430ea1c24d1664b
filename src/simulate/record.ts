import { csvLine } from './csv-line.ts'
import { chance, lognormal, pick, poisson } from './distributions.ts'
import { isFresh } from './feelings.ts'
import { crm, tickets, web } from './output.ts'
import { accountFields, type Person, type Ticket } from './person.ts'
import { subject } from './say.ts'
import type { Simulation } from './simulation.ts'
import { secondsText, timeText } from './time-text.ts'
import { visit, type Spot } from './visit.ts'

/** Writes the trace that a visit leaves: a web line at once, a column of the open order or deal, a part of the open ticket. */
export function record(simulation: Simulation, person: Person, spot: Spot): void {
  visit(simulation, person, spot)
  const kind = simulation.touchpoints[spot.state]?.record
  if (kind?.file === 'web') {
    const { output } = simulation
    output.texts[web] += `${simulation.webHeads[spot.state]}${timeText(spot.at)}${person.webTail}`
    output.rows[web]++
    output.events[web]++
    person.files |= 1 << web
  } else if (kind?.file === 'crm') recordInCrm(simulation, person, { ...spot, opens: kind.opens })
  else if (kind?.file === 'tickets') recordInTicket(simulation, person, { at: spot.at, ...kind })
}

/** Writes what is still open when a person's story is over. */
export function closeRecords(simulation: Simulation, person: Person): void {
  closeRow(simulation, person)
  closeTicket(simulation, person)
}

const owners: readonly string[] = [
  'Mara Lindqvist',
  'Tomás Ferrer',
  'Aiko Brandt',
  'Jonas Okafor',
  'Eline Duval',
  'Priya Novak',
  'Sam Whitlock',
]

function recordInCrm(simulation: Simulation, person: Person, { state, at, opens }: Spot & { readonly opens: boolean }): void {
  const { random, numbers, crmColumns, crmColumnOf } = simulation
  const column = crmColumnOf[state] ?? 0
  // A second time in the same column is a second order or deal, never an overwritten time.
  if (!person.row || opens || person.row.times[column] !== 0) {
    closeRow(simulation, person)
    const b2b = person.account !== ''
    person.row = {
      id: `${b2b ? 'd' : 'o'}_${(++numbers.record).toString(36).padStart(6, '0')}`,
      kind: crmColumns[column]?.startsWith('renew') ? 'Renewal' : opens ? 'New business' : 'Expansion',
      amount: Math.round(lognormal(random, b2b ? amountFor(person.properties['company_size'] ?? '') : 54, 0.6) * 100) / 100,
      items: 1 + poisson(random, 0.8),
      owner: pick(random, owners),
      times: new Float64Array(crmColumns.length),
    }
  }
  person.row.times[column] = at
}

const amounts: Readonly<Record<string, number>> = { '1-10': 900, '11-50': 3200, '51-250': 11_000, '251+': 42_000 }
const amountFor = (size: string): number => amounts[size] ?? 3000

function closeRow({ output, company }: Simulation, person: Person): void {
  const row = person.row
  if (!row) return
  const times = Array.from(row.times, (time) => (time === 0 ? '' : secondsText(time)))
  const fields: Readonly<Record<string, string>> = {
    ...person.properties,
    order_id: row.id,
    deal_id: row.id,
    customer_id: person.id,
    contact_id: person.id,
    account: person.account,
    account_id: person.accountId,
    role: person.role,
    type: row.kind,
    owner: row.owner,
    amount: row.amount.toFixed(2),
    currency: 'EUR',
    items: String(row.items),
  }
  const named = (names: readonly string[]) => names.map((name) => fields[name] ?? '')
  output.texts[crm] += csvLine([...named(company.crm.before), ...times, ...named(company.crm.after)])
  output.rows[crm]++
  output.events[crm] += times.filter((time) => time !== '').length
  person.files |= 1 << crm
  person.row = undefined
}

function recordInTicket(
  simulation: Simulation,
  person: Person,
  step: { readonly at: number; readonly part: string; readonly via?: string },
): void {
  const { random, company, numbers } = simulation
  if (step.part === 'replied' && person.ticket) person.ticket.repliedAt = step.at
  if (step.part === 'solved' && person.ticket) person.ticket.solvedAt = step.at
  if (step.part !== 'opened') return
  closeTicket(simulation, person)
  const fresh = isFresh(person, step.at) ? company.words[person.theme] : undefined
  // Few people write to support because something was nice.
  const theme = fresh?.tone === 'good' && chance(random, 0.8) ? undefined : fresh
  const id = `t_${(++numbers.ticket).toString(36).padStart(6, '0')}`
  const reopened = poisson(random, theme?.tone === 'bad' ? 0.5 : 0.08)
  person.ticket = {
    id,
    via: step.via ?? '',
    subject: subject(random, company, theme),
    openedAt: step.at,
    repliedAt: 0,
    solvedAt: 0,
    reopened,
    satisfaction: 0,
    comment: '',
    ratedAt: 0,
  }
}

function closeTicket({ output }: Simulation, person: Person): void {
  const ticket = person.ticket
  if (!ticket) return
  const times = [ticket.openedAt, ticket.repliedAt, ticket.solvedAt].map((time) => (time === 0 ? '' : timeText(time)))
  const score = ticket.satisfaction === 0 ? '' : String(ticket.satisfaction)
  const ratedAt = ticket.ratedAt === 0 ? '' : timeText(ticket.ratedAt)
  output.texts[tickets] += csvLine([
    ticket.id,
    person.id,
    ...accountFields(person),
    ticket.subject,
    ticket.via,
    statusOf(ticket),
    ...times,
    String(ticket.reopened),
    score,
    ticket.comment,
    ratedAt,
  ])
  output.rows[tickets]++
  output.events[tickets] += times.filter((time) => time !== '').length + (ratedAt === '' ? 0 : 1)
  person.files |= 1 << tickets
  person.ticket = undefined
}

const statusOf = (ticket: Ticket): string => (ticket.solvedAt > 0 ? 'solved' : ticket.repliedAt > 0 ? 'pending' : 'open')
