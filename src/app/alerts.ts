import { alertsSchema, type AlertRule, type Alerts, type FiredAlert, type NewAlert } from '../contract/alerts.ts'
import type { Job } from '../contract/jobs.ts'
import type { ChangeRow } from '../journey/methods/changes.ts'
import type { Actor } from './actor.ts'
import { chooseDefinition } from './definitions.ts'
import type { WorkContext } from './job-runner.ts'
import { askMethod } from './methods/ask-method.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

const mostRules = 100
const mostFired = 200

/** The alerts that are set, and what they told of. */
export async function listAlerts(actor: Actor, wend: Wend): Promise<Alerts> {
  demand(actor, 'look')
  const { alerts } = await wend.state.settings.all(actor.workspace)
  return alertsSchema.safeParse(alerts).data ?? { rules: [], fired: [] }
}

/** Refuses with `bad_alert` beyond a hundred, or with `definition_not_found`. */
export async function addAlert(actor: Actor, wend: Wend, alert: NewAlert): Promise<AlertRule> {
  demand(actor, 'define')
  await chooseDefinition(actor, wend, alert.definition)
  const { rules, fired } = await listAlerts(actor, wend)
  if (rules.length >= mostRules) throw new Refusal('bad_alert', `There are ${mostRules} alerts already. Remove one first.`)
  const rule = { id: wend.world.newId(), ...alert }
  await keep(actor, wend, { rules: [...rules, rule], fired })
  return rule
}

export async function removeAlert(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'define')
  const { rules, fired } = await listAlerts(actor, wend)
  await keep(actor, wend, { rules: rules.filter((rule) => rule.id !== id), fired })
}

export async function seeAlert(actor: Actor, wend: Wend, key: string): Promise<void> {
  demand(actor, 'comment')
  const { rules, fired } = await listAlerts(actor, wend)
  await keep(actor, wend, { rules, fired: fired.map((one) => (one.key === key ? { ...one, seenBy: actor.person.name } : one)) })
}

/** Looks for changes that the alerts ask for. Refuses with `too_many_jobs`. */
export function checkAlerts(actor: Actor, wend: Wend): Promise<Job> {
  demand(actor, 'look')
  return wend.jobs.start(actor, {
    kind: 'alerts',
    title: 'Look for changes',
    run: async (context) => {
      await check(actor, wend, context)
      return {}
    },
  })
}

/** After an import, where any alert is set. What goes wrong is logged: the import stays done. */
export async function alertAfterImport(actor: Actor, wend: Wend): Promise<void> {
  try {
    if ((await listAlerts(actor, wend)).rules.length > 0) await checkAlerts(actor, wend)
  } catch (error) {
    wend.log('alerts could not be checked after an import', error)
  }
}

async function check(actor: Actor, wend: Wend, { signal, progress }: WorkContext): Promise<void> {
  const { rules } = await listAlerts(actor, wend)
  const found: FiredAlert[] = []
  for (const [at, rule] of rules.entries()) {
    progress({ phase: `Looking for ${rule.name}`, done: at, total: rules.length, unit: 'steps', rows: 0 })
    const { definition, bucket } = rule
    const answer = await askMethod<'changes'>(actor, wend, { definition, question: { question: 'changes', bucket }, signal })
    for (const row of answer.rows.filter((one) => fits(rule, one)))
      found.push({
        key: `${rule.id} ${row.id} ${row.at}`,
        rule: rule.id,
        name: rule.name,
        sentence: row.sentence,
        since: row.at,
        firedAt: wend.world.now(),
        seenBy: null,
      })
  }
  // Read again: somebody may have changed the alerts meanwhile.
  const now = await listAlerts(actor, wend)
  const fresh = found.filter((one) => now.fired.every(({ key }) => !isSameChange(key, one.key)))
  await keep(actor, wend, { rules: now.rules, fired: [...fresh, ...now.fired].slice(0, mostFired) })
}

const fits = ({ measure, touchpoint, least }: AlertRule, row: ChangeRow): boolean =>
  (measure === 'any' || measure === row.measure) &&
  (touchpoint === '' || touchpoint === row.touchpoint) &&
  Math.abs(row.difference) >= least

/** New events can move a change by a period or two: it is still the same one. */
const sameWithinMs = 32 * 24 * 3_600_000
function isSameChange(one: string, other: string): boolean {
  const cut = (key: string) => [key.slice(0, key.lastIndexOf(' ')), Number(key.slice(key.lastIndexOf(' ') + 1))] as const
  const [a, atA] = cut(one)
  const [b, atB] = cut(other)
  return a === b && Math.abs(atA - atB) <= sameWithinMs
}

const keep = (actor: Actor, wend: Wend, alerts: Alerts): Promise<void> => wend.state.settings.put(actor.workspace, 'alerts', alerts)
