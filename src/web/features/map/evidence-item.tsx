import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { formatCount, formatDate } from '../../../exports/format.ts'
import { scaleName } from '../../../exports/card-face.ts'
import type { Evidence } from '../../../journey/evidence.ts'
import { unreachable } from '../../../journey/unreachable.ts'
import { Button } from '../../ui/button.tsx'
import type { OpenedList } from '../explore/explore-search.ts'
import { evidenceValue } from './evidence-value.ts'
import { questionSentence } from './question-sentence.ts'
import { safeAddress } from './safe-address.ts'

export interface EvidenceItemProps {
  readonly evidence: Evidence
  readonly onList: (list: OpenedList) => void
  readonly onCustomer: (customer: string) => void
}

export function EvidenceItem({ evidence, onList, onCustomer }: EvidenceItemProps) {
  switch (evidence.kind) {
    case 'answer':
      return <AnswerEvidence evidence={evidence} onList={onList} />
    case 'verbatim':
      return <VerbatimEvidence evidence={evidence} onCustomer={onCustomer} />
    case 'document':
      return <DocumentEvidence evidence={evidence} />
    case 'highlight':
      return <HighlightEvidence evidence={evidence} />
    default:
      return unreachable(evidence)
  }
}

type Of<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>

function AnswerEvidence({ evidence, onList }: { readonly evidence: Of<'answer'>; readonly onList: (list: OpenedList) => void }) {
  const { pick, count } = evidence
  return (
    <>
      <p className="evidence-label">
        <strong className="numeric">{evidenceValue(evidence.label, evidence.value)}</strong> {evidence.label}
      </p>
      <p className="small soft">
        {questionSentence(evidence.question)} Looked at {formatCount(evidence.n)}.
      </p>
      {pick ? (
        <Button
          small
          onPress={() =>
            onList({
              of: evidence.question,
              pick,
              label: evidence.label,
              ...(evidence.definition ? { definition: evidence.definition } : {}),
            })
          }
        >
          {count === undefined ? 'Open the list' : `Open the ${formatCount(count)}`}
          <ChevronRight size={14} aria-hidden />
        </Button>
      ) : null}
    </>
  )
}

function VerbatimEvidence({
  evidence,
  onCustomer,
}: {
  readonly evidence: Of<'verbatim'>
  readonly onCustomer: (customer: string) => void
}) {
  return (
    <>
      <blockquote className="timeline-verbatim">{evidence.text}</blockquote>
      <p className="small soft evidence-origin">
        {evidence.score === undefined ? null : (
          <span>
            {evidence.score}
            {evidence.scale ? ` on ${scaleName(evidence.scale)}` : ''}
          </span>
        )}
        <button type="button" className="link-button" onClick={() => onCustomer(evidence.customer)}>
          Customer {evidence.customer}
        </button>
        <span className="numeric">{formatDate(evidence.time)}</span>
        <span>
          {evidence.file}:{evidence.line}
        </span>
      </p>
    </>
  )
}

function DocumentEvidence({ evidence }: { readonly evidence: Of<'document'> }) {
  const address = safeAddress(evidence.url)
  return (
    <>
      {address === undefined ? (
        <strong>{evidence.title}</strong>
      ) : (
        <a href={address} target="_blank" rel="noreferrer noopener">
          {evidence.title}
        </a>
      )}
      {evidence.quote === undefined ? null : <blockquote className="timeline-verbatim">{evidence.quote}</blockquote>}
    </>
  )
}

/** The customer's words as somebody highlighted them, and the note to read them in. */
function HighlightEvidence({ evidence }: { readonly evidence: Of<'highlight'> }) {
  return (
    <>
      <blockquote className="timeline-verbatim">{evidence.text}</blockquote>
      <p className="small soft evidence-origin">
        <Link to="/research/$note" params={{ note: evidence.note }} search={{ highlight: evidence.highlight }}>
          {evidence.noteTitle}
        </Link>
        {evidence.tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </p>
    </>
  )
}
