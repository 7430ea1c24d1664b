import { formatCount, formatDate } from '../../../exports/format.ts'
import type { VerbatimsQuestion } from '../../../journey/question.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useAnswer } from '../explore/use-explore.ts'

const shown = 100

/** What people wrote about a touchpoint, newest first. */
export function WordsDialog({ touchpoint, onClose }: { readonly touchpoint: string; readonly onClose: () => void }) {
  const { query } = useAnswer<VerbatimsQuestion>({ question: 'verbatims', touchpoint, limit: shown })
  return (
    <Dialog title={`In their words: ${touchpoint}`} isOpen place="side" onClose={onClose}>
      {query.isError ? <ProblemNotice error={query.error} /> : null}
      {query.data === undefined ? <Skeleton rows={6} /> : null}
      {query.data ? (
        <>
          <p className="small soft">
            {formatCount(query.data.total)} texts
            {query.data.total > shown ? `, the newest ${formatCount(shown)} of them here` : ''}
          </p>
          <ul className="emotion-words">
            {query.data.rows.map((row) => (
              <li key={`${row.file} ${row.line} ${row.text}`}>
                <blockquote>{row.text}</blockquote>
                <span className="small soft">
                  {row.customer}, {formatDate(row.time)}
                  {row.score === null ? '' : `, ${row.scale} ${row.score}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  )
}
