import type { openFiles } from '../../app/files-store.ts'
import { formatCount, formatPeriod, plural } from './numbers.ts'
import type { CommandContext } from '../context.ts'

type ImportReport = Awaited<ReturnType<typeof openFiles>>['report']

export interface TellRefused {
  /** The exit code stays 0. */
  readonly allowed: boolean
  /** Number of the import whose refused rows can be listed. */
  readonly list?: number
}

/** Says on standard error which rows were refused and why; the exit code follows unless that was allowed. */
export function tellRefused(context: CommandContext, report: ImportReport, { allowed, list }: TellRefused): void {
  if (report.events.refused === 0) return
  const tell = allowed ? context.say : context.refuse
  const { refused, read } = report.rows
  tell(
    `wend: ${formatCount(refused)} of ${plural(read, 'row')} ${refused === 1 ? 'was' : 'were'} refused; ${read > refused ? 'the others are used' : 'none is used'}.`,
  )
  for (const { reason, field, rows, firstFile, firstLine } of report.reasons.slice(0, 10))
    context.say(`  ${firstFile}, line ${firstLine}, ${field}: ${reason}${rows > 1 ? ` (${plural(rows, 'row')} like this)` : ''}`)
  if (report.reasons.length > 10) context.say(`  and ${report.reasons.length - 10} more reasons`)
  if (list !== undefined) context.say(`  All of them: wend refused ${list}`)
}

/** The reconciliation of an import in a few lines. */
export function reportText(report: ImportReport): string {
  const { rows, events } = report
  const parts = [
    `${plural(rows.stored, 'row')} stored`,
    `${formatCount(rows.refused)} refused`,
    plural(rows.duplicates, 'duplicate'),
    ...(rows.unused > 0 ? [`${formatCount(rows.unused)} left out by the recipe`] : []),
  ]
  return [
    `Import ${report.number} from ${report.source}`,
    `  rows read    ${formatCount(rows.read)} = ${parts.join(' + ')}`,
    `  events made  ${formatCount(events.made)} = ${formatCount(events.stored)} stored + ${formatCount(events.refused)} refused + ${plural(events.duplicates, 'duplicate')}`,
    ...(events.stored > 0
      ? [
          `  of           ${plural(report.customers, 'customer')} at ${plural(report.touchpoints, 'touchpoint')}, ${formatPeriod(report.from, report.to)}`,
        ]
      : []),
    ...(report.files.length > 1
      ? report.files.map(
          (file) =>
            `  ${file.name}: ${plural(file.read, 'row')} read${file.lookup ? ', looked up' : `, ${formatCount(file.stored)} stored, ${formatCount(file.refused)} refused`}`,
        )
      : []),
    '',
  ].join('\n')
}
