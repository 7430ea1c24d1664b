import { safeAddress } from '../../features/map/safe-address.ts'
import type { TextMark } from '../../../journey/map.ts'
import { markedRuns, type MarkedRun } from './marked-runs.ts'

/** A card's text with its formatting, as it is read. */
export function MarkedText({
  text,
  marks,
  empty,
}: {
  readonly text: string
  readonly marks?: readonly TextMark[] | undefined
  readonly empty?: string
}) {
  if (text === '') return empty === undefined ? null : <span className="card-blank">{empty}</span>
  if (!marks || marks.length === 0) return text
  return markedRuns(text, marks).map((run, index) => <Run key={index} run={run} />)
}

function Run({ run }: { readonly run: MarkedRun }) {
  const italic = run.italic ? <em>{run.text}</em> : run.text
  const words = run.bold ? <strong>{italic}</strong> : italic
  const address = safeAddress(run.href)
  if (address === undefined) return words
  return (
    <a href={address} target="_blank" rel="noreferrer noopener" tabIndex={-1}>
      {words}
    </a>
  )
}
