import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { changeIdentity } from '../../app/identity.ts'
import { withData } from '../data-option.ts'
import type { CommandContext } from '../context.ts'
import { Refused, WrongUsage } from '../failure.ts'
import { oneOf } from '../parse/one-of.ts'
import { parseLimit } from '../parse/whole-number.ts'
import { formatCount, plural } from '../present/numbers.ts'
import { printJson } from '../present/json.ts'
import { drawTable, faint } from '../present/table.ts'
import type { CommandEntry } from './entry.ts'

interface IdentityOptions {
  readonly data?: string
  readonly rules?: string
  readonly state?: string
  readonly find?: string
  readonly limit?: string
  readonly json?: boolean
}

export const identityCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('identity')
      .summary('join ids into customers by rules, and list every join with its reason')
      .description('Lists which ids of a data directory are joined into one customer and why; with --rules joins them anew.')
      .option('--data <dir>', 'the data directory')
      .option('--rules <file>', 'set these rules (YAML or JSON) and join ids by them')
      .option('--state <state>', 'joined, refused or undone (default: all)')
      .option('--find <text>', 'only joins of ids or keys that hold this text')
      .option('--limit <rows>', 'rows at the most, or all (default: 25)')
      .option('--json', 'print one JSON object {rules, counts, ids, customers, total, rows}')
      .addHelpText('after', help),
  run: (command, context) => identity(command.opts(), context),
}

async function identity(options: IdentityOptions, context: CommandContext): Promise<void> {
  const rules = options.rules === undefined ? undefined : await readRules(options.rules)
  const state = options.state === undefined ? undefined : oneOf(options.state, '--state', ['joined', 'refused', 'undone'])
  const limit = options.limit === undefined ? 25 : parseLimit(options.limit)
  const [{ localOwner }, use, { waitForJob }] = await Promise.all([
    import('../../app/actor.ts'),
    import('../../app/identity.ts'),
    import('../wait-for-job.ts'),
  ])
  await withData(context, { data: options.data }, async (wend) => {
    if (rules) await waitForJob(context, wend, (await use.changeIdentity(localOwner, wend, rules)).id)
    const found = await use.getIdentity(localOwner, wend)
    const asked = { ...(state && { state }), ...(options.find !== undefined && { find: options.find }) }
    const { total, rows } = await use.listJoins(localOwner, wend, { ...asked, limit: limit === 'all' ? 1_000_000 : limit, offset: 0 })
    if (options.json === true) return printJson(context, { ...found, total, rows })
    if (found.rules.rules.length === 0)
      return context.out('No rules are set: every id is a customer of its own. Set some with --rules FILE.\n')
    const table = drawTable(
      [
        { title: 'id', value: (row) => row.a },
        { title: 'and id', value: (row) => row.b },
        { title: 'state', value: (row) => row.state },
        { title: 'rule', value: (row) => ruleText(found.rules.rules[row.rule], row.key) },
        { title: 'why not', value: (row) => row.why },
      ],
      rows,
      context.look,
    )
    const { joined, refused, undone } = found.counts
    const sums = `${plural(found.ids, 'id')} in ${plural(found.customers, 'customer')}; reasons: ${formatCount(joined)} joined, ${formatCount(refused)} refused, ${formatCount(undone)} taken back`
    return context.out(`${table}\n${faint(rows.length < total ? `${sums}; ${rows.length} of ${total} shown` : sums, context.look)}\n`)
  })
}

const ruleText = (rule: { readonly kind: string; readonly property: string } | undefined, key: string): string =>
  rule === undefined ? '' : key === '' ? `named by ${rule.property}` : `same ${rule.property}: ${key}`

async function readRules(path: string): Promise<RulesFile> {
  const { identityRulesSchema } = await import('../../contract/identity.ts')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refused(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  let raw: unknown
  try {
    raw = parse(text)
  } catch (error) {
    throw new Refused(`${path} is neither YAML nor JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = identityRulesSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new WrongUsage(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a set of rules'}. See --help for the form.`)
}
type RulesFile = Parameters<typeof changeIdentity>[2]

const help = `
Rules, tried in this order
  strong:
    sources: [CRM]            # ids of these sources name one person for certain
    prefixes: ['user-']       # and ids that begin like this
  rules:
    - { kind: same-event, property: user_id, strong: true }     # an event names another id of the same customer
    - { kind: shared-key, property: email, form: email, most: 4 } # ids with the same key; not if more than 4 share it

Examples
  wend identity --rules rules.yaml
  wend identity --state refused
  wend identity --find device-17 --json
`
