import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { DefinitionChoice } from '../../../contract/definitions.ts'
import { formatCount, formatMedian } from '../../../exports/format.ts'
import type { AnswerTo, MemberRow } from '../../../journey/answer.ts'
import type { MembersQuestion } from '../../../journey/question.ts'
import { ask, askQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText } from '../../ui/download.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { formatDay, formatMoment } from '../../ui/zone-time.ts'
import { PutNumberOnCard } from '../evidence/put-number-on-card.tsx'
import type { OpenedList } from './explore-search.ts'
import { membersCsv } from './members-csv.ts'

const limit = 100
const downloadPage = 1000

export interface MembersListProps {
  readonly list: OpenedList
  readonly definition: DefinitionChoice | undefined
  readonly onCustomer: (customer: string, journey: number) => void
}

export function MembersList({ list, definition, onCustomer }: MembersListProps) {
  const [offset, setOffset] = useState(0)
  const question = useMemo((): MembersQuestion => ({ question: 'members', of: list.of, pick: list.pick, limit, offset }), [list, offset])
  const query = useQuery(askQuery(question, definition))
  return (
    <Loaded query={query} rows={12}>
      {(answer) => (
        <div className="stack members">
          <div className="spread">
            <p>
              <strong className="members-total numeric">{formatCount(answer.total)}</strong> {answer.unit}
            </p>
            <DownloadMembers list={list} definition={definition} total={answer.total} />
          </div>
          {answer.total > 0 ? <PutNumberOnCard list={list} definition={definition} total={answer.total} /> : null}
          <Rows answer={answer} onCustomer={onCustomer} />
          <Pager total={answer.total} limit={limit} offset={offset} onMove={setOffset} />
        </div>
      )}
    </Loaded>
  )
}

const outcomeWords = { goal: 'goal', lost: 'ended', open: 'open' } as const

function Rows({ answer, onCustomer }: { readonly answer: AnswerTo<'members'>; readonly onCustomer: MembersListProps['onCustomer'] }) {
  const moments = answer.rows.some((row) => row.time !== undefined)
  return (
    <table className="table members-table">
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">{moments ? 'When' : 'Started'}</th>
          <th scope="col" className="end">
            Took
          </th>
          <th scope="col" className="end">
            Events
          </th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row, index) => (
          <tr key={index}>
            <td>
              <button type="button" className="link-button" onClick={() => onCustomer(row.customer, row.journey)}>
                {row.customer}
              </button>
              {row.journey > 1 ? <span className="faint small"> journey {row.journey}</span> : null}
            </td>
            <td className="numeric">{row.time === undefined ? formatDay(row.start) : formatMoment(row.time)}</td>
            <td className="end">{formatMedian(row.end - row.start)}</td>
            <td className="end">{row.events}</td>
            <td>
              <span className="outcome" data-outcome={row.outcome}>
                {outcomeWords[row.outcome]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DownloadMembers({
  list,
  definition,
  total,
}: {
  readonly list: OpenedList
  readonly definition: DefinitionChoice | undefined
  readonly total: number
}) {
  const [state, setState] = useState<{ readonly busy: boolean; readonly got: number; readonly error?: unknown }>({ busy: false, got: 0 })
  const download = async (): Promise<void> => {
    const rows: MemberRow[] = []
    try {
      while (rows.length < total) {
        setState({ busy: true, got: rows.length })
        const page: MembersQuestion = { question: 'members', of: list.of, pick: list.pick, limit: downloadPage, offset: rows.length }
        const next = await ask(page, definition)
        if (next.rows.length === 0) break
        rows.push(...next.rows)
      }
      downloadText('members.csv', membersCsv(rows))
      setState({ busy: false, got: 0 })
    } catch (error) {
      setState({ busy: false, got: 0, error })
    }
  }
  if (state.error !== undefined) return <ProblemNotice error={state.error} onRetry={() => void download()} />
  return (
    <Button small isDisabled={state.busy || total === 0} onPress={() => void download()}>
      <Download size={14} aria-hidden />
      {state.busy ? `${formatCount(state.got)} of ${formatCount(total)}` : 'CSV'}
    </Button>
  )
}
