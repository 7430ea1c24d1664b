import { CircleAlert, WifiOff } from 'lucide-react'
import { ProblemError } from '../api/problem-error.ts'
import { Button } from './button.tsx'

/** What went wrong, as a sentence that says what to do, with the lines or fields to mend. */
export function ProblemNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const problem = error instanceof ProblemError ? error : undefined
  const offline = problem?.code === 'offline'
  // One detail that the sentence already says is not said twice.
  const details = (problem?.details ?? []).filter((detail, _, all) => all.length > 1 || !problem?.message.includes(detail.message))
  return (
    <div className="notice notice-bad" role="alert">
      {offline ? <WifiOff size={18} aria-hidden /> : <CircleAlert size={18} aria-hidden />}
      <div className="notice-text">
        <p>{problem?.message ?? (error instanceof Error ? error.message : 'Something went wrong on this page. Reload it.')}</p>
        {details.length > 0 ? (
          <ul>
            {details.slice(0, 8).map((detail, index) => (
              <li key={index}>
                {[detail.file, detail.line === undefined ? undefined : `line ${detail.line}`, detail.field].filter(Boolean).map((place) => (
                  <code key={place}>{place}</code>
                ))}{' '}
                {detail.message}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {onRetry ? (
        <Button small onPress={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  )
}
