import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { PersonaQuote } from '../../../contract/personas.ts'
import type { VerbatimsQuestion } from '../../../journey/question.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import { askQuery } from '../../api/queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { formatDay } from '../../ui/zone-time.ts'

export interface QuotesFieldProps {
  readonly quotes: readonly PersonaQuote[]
  readonly segment: JourneyFilter | null
  readonly definition: string | undefined
  readonly readOnly: boolean
  readonly onChange: (quotes: PersonaQuote[]) => void
}

/** What such a customer says: in the customers' own words where there are any, or as somebody imagines it. */
export function QuotesField({ quotes, segment, definition, readOnly, onChange }: QuotesFieldProps) {
  const [picking, setPicking] = useState(false)
  return (
    <section className="persona-lines persona-quotes" aria-label="Quotes">
      <h2 className="persona-lines-title">Quotes</h2>
      {quotes.length === 0 ? (
        <p className="faint small">A sentence that a customer of this kind would say, best one that somebody said.</p>
      ) : null}
      <ul>
        {quotes.map((quote, index) => (
          <li key={index} className="persona-quote">
            <div className="persona-line">
              <textarea
                className="persona-text"
                aria-label={`Quote ${index + 1}`}
                rows={1}
                maxLength={5000}
                readOnly={readOnly || quote.source !== undefined}
                value={quote.text}
                onChange={(event) => onChange(quotes.with(index, { text: event.target.value }))}
              />
              {readOnly ? null : (
                <IconButton label="Remove this quote" className="persona-remove" onPress={() => onChange(quotes.toSpliced(index, 1))}>
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </div>
            <QuoteSource quote={quote} />
          </li>
        ))}
      </ul>
      {readOnly || quotes.length >= 50 ? null : (
        <div className="row persona-add">
          <Button small look="quiet" onPress={() => setPicking(true)}>
            <Plus size={14} aria-hidden />
            From customers’ words
          </Button>
          <Button small look="quiet" onPress={() => onChange([...quotes, { text: '' }])}>
            Write one
          </Button>
        </div>
      )}
      {picking ? (
        <PickVerbatim
          segment={segment}
          definition={definition}
          onClose={() => setPicking(false)}
          onPick={(quote) => {
            setPicking(false)
            onChange([...quotes, quote])
          }}
        />
      ) : null}
    </section>
  )
}

function QuoteSource({ quote: { source } }: { readonly quote: PersonaQuote }) {
  if (!source) return <span className="faint small persona-source">Assumed: nobody is on record with it</span>
  if (source.kind === 'highlight') return <span className="soft small persona-source">Interview: {source.noteTitle}</span>
  return (
    <span className="soft small persona-source">
      <Link to="/explore/$view" params={{ view: 'customer' }} search={{ customer: source.customer }}>
        {source.customer}
      </Link>
      , {formatDay(source.time)}
    </span>
  )
}

interface PickVerbatimProps {
  readonly segment: JourneyFilter | null
  readonly definition: string | undefined
  readonly onPick: (quote: PersonaQuote) => void
  readonly onClose: () => void
}

function PickVerbatim({ segment, definition, onPick, onClose }: PickVerbatimProps) {
  const question: VerbatimsQuestion = { question: 'verbatims', limit: 200, ...(segment ? { journeys: segment } : {}) }
  const query = useQuery(askQuery(question, definition))
  return (
    <Dialog title="What customers wrote" isOpen place="side" onClose={onClose}>
      <div className="stack">
        <p className="soft small">
          {segment ? 'Newest first, from the journeys of this persona.' : 'Newest first, from all journeys: this persona has no rule yet.'}
        </p>
        <Loaded query={query} rows={8}>
          {(answer) =>
            answer.rows.length === 0 ? (
              <p>Nobody of these wrote anything. Import feedback with text, or write the quote yourself.</p>
            ) : (
              <ul className="verbatim-choices">
                {answer.rows.map((row, index) => (
                  <li key={index}>
                    <button
                      type="button"
                      className="verbatim-choice"
                      onClick={() => onPick({ text: row.text, source: { kind: 'verbatim', customer: row.customer, time: row.time } })}
                    >
                      <span>“{row.text}”</span>
                      <span className="faint small">
                        {row.touchpoint}, {formatDay(row.time)}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Dialog>
  )
}
