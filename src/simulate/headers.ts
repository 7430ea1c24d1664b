import type { Company } from './company.ts'
import { touchpointsOf } from './compile-chain.ts'
import { csvLine } from './csv-line.ts'
import type { FileName } from './output.ts'

/** The first line of a file; empty for JSON lines. */
export function headerLine(company: Company, file: FileName): string {
  const account = company.unit === 'account' ? ['account', 'role'] : []
  switch (file) {
    case 'web-analytics.jsonl':
      return ''
    case 'crm.csv':
      return csvLine([
        ...company.crm.before,
        ...touchpointsOf(company).flatMap(({ record }) => (record.file === 'crm' ? [record.column] : [])),
        ...company.crm.after,
      ])
    case 'tickets.csv':
      return csvLine([
        'ticket_id',
        'requester_id',
        ...account,
        'subject',
        'channel',
        'status',
        'opened_at',
        'first_reply_at',
        'solved_at',
        'reopened',
        'satisfaction',
        'comment',
        'rated_at',
      ])
    case 'surveys.csv':
      return csvLine([
        'response_id',
        'respondent',
        ...account,
        'kind',
        'score',
        'comment',
        'answered_at',
        company.unit === 'account' ? 'deal_id' : 'order_id',
      ])
  }
}
