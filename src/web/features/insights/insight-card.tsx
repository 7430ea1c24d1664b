import { AlertTriangle, GitBranch, Heart, MessageSquareQuote, Route, TrendingUp, UsersRound, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { formatCount, formatNumber } from '../../../exports/format.ts'
import type { Evidence } from '../../../journey/evidence.ts'
import type { Insight, InsightKind } from '../../../journey/insight.ts'
import { AgoTime } from '../../ui/ago-time.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMay } from '../people/people-queries.ts'
import { EffectBar } from './effect-bar.tsx'
import { insightKindNames } from './insight-kind-names.ts'
import type { InsightActions } from './insight-queries.ts'
import { InsightTalk } from './insight-talk.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import type { JudgedInsight } from './sort-insights.ts'

const icons: Readonly<Record<InsightKind, LucideIcon>> = {
  'pain-point': AlertTriangle,
  delight: Heart,
  change: TrendingUp,
  archetype: UsersRound,
  plan: Route,
  theme: MessageSquareQuote,
  risk: GitBranch,
}

export interface InsightCardProps {
  readonly judged: JudgedInsight
  readonly others: readonly Insight[]
  readonly actions: InsightActions
  /** Where the lines of effects end, by unit. */
  readonly ends: ReadonlyMap<string, number>
}

/** One finding: the sentence, its size with interval, what it rests on, and what people say of it. */
export function InsightCard({ judged, others, actions, ends }: InsightCardProps) {
  const [talking, setTalking] = useState(false)
  const { insight, verdict, merged } = judged
  const Icon = icons[insight.kind]
  const signs = [...(insight.merged ?? []), ...merged.map(({ title, detail }) => ({ title, detail }))]
  return (
    <article className="panel insight" data-kind={insight.kind} aria-label={insight.title}>
      <header className="row insight-head">
        <Icon size={17} aria-hidden className="insight-icon" />
        <h2>{insight.title}</h2>
        <span className="tag push">{insightKindNames[insight.kind]}</span>
      </header>
      <p>{insight.detail}</p>
      <div className="row insight-numbers">
        <EffectBar insight={insight} end={ends.get(insight.unit ?? 'share') || 1} />
        <Affected insight={insight} />
        {insight.money ? (
          <span className="small">
            {formatNumber(insight.money.value, 0)} {insight.money.currency} at stake
          </span>
        ) : null}
        {insight.p === undefined ? null : (
          <span className="small soft">p {insight.p < 0.001 ? '< 0.001' : `= ${insight.p.toFixed(3)}`}</span>
        )}
      </div>
      {signs.length > 0 ? (
        <details>
          <summary>{signs.length === 1 ? 'One more sign of it' : `${signs.length} more signs of it`}</summary>
          <ul className="insight-signs">
            {signs.map((sign) => (
              <li key={sign.title}>
                <strong>{sign.title}.</strong> {sign.detail}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Quotes evidence={insight.evidence} />
      {insight.caution ? <p className="small soft insight-caution">{insight.caution}</p> : null}
      {verdict ? (
        <p className="small soft">
          {verdict.verdict === 'accepted' ? 'Accepted' : verdict.verdict === 'rejected' ? 'Rejected' : 'Merged'} by {verdict.by},{' '}
          <AgoTime at={verdict.at} />
          {verdict.note === '' ? '' : `: ${verdict.note}`}
        </p>
      ) : null}
      <Decide judged={judged} others={others} actions={actions} onTalk={() => setTalking(true)} />
      {talking || judged.comments.length > 0 ? <InsightTalk insight={insight.id} comments={judged.comments} actions={actions} /> : null}
    </article>
  )
}

/** How many it happened to; opens their list where the evidence names one. */
function Affected({ insight }: { readonly insight: Insight }) {
  const { open } = useExplore()
  const opened = insight.evidence.find(
    (one): one is Extract<Evidence, { kind: 'answer' }> & { readonly pick: object } => one.kind === 'answer' && one.pick !== undefined,
  )
  const unit = insight.unit === 'score' ? 'answers' : 'journeys'
  const text = `${formatCount(insight.affected)} ${unit}`
  if (!opened) return <span className="small">{text} affected</span>
  return (
    <Button small look="quiet" onPress={() => open(opened.question, opened.pick, insight.title)}>
      {text} affected: open the list
    </Button>
  )
}

function Quotes({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const quotes = evidence.filter((one) => one.kind === 'verbatim').slice(0, 3)
  if (quotes.length === 0) return null
  return (
    <ul className="insight-quotes">
      {quotes.map((quote) => (
        <li key={`${quote.file} ${quote.line}`}>
          <q>{quote.text}</q>
        </li>
      ))}
    </ul>
  )
}

function Decide({ judged, others, actions, onTalk }: Omit<InsightCardProps, 'ends'> & { readonly onTalk: () => void }) {
  const { insight, verdict, state, merged } = judged
  const may = useMay('edit-workspace')
  const mayTalk = useMay('comment')
  const [rejecting, setRejecting] = useState(false)
  const [merging, setMerging] = useState(false)
  const [note, setNote] = useState('')
  const judge = actions.judge.mutate
  const reject = (): void => {
    judge({ insight: insight.id, verdict: 'rejected', title: insight.title, ...(note.trim() === '' ? {} : { note: note.trim() }) })
    setRejecting(false)
  }
  const talk = mayTalk ? (
    <Button small look="quiet" onPress={onTalk}>
      Comment
    </Button>
  ) : null
  if (!may) return talk
  if (rejecting)
    return (
      <div className="row insight-actions">
        <TextField label="Why not" hideLabel placeholder="Why not? (may stay empty)" value={note} onChange={setNote} onEnter={reject} />
        <Button small look="primary" onPress={reject}>
          Reject
        </Button>
        <Button small onPress={() => setRejecting(false)}>
          Back
        </Button>
      </div>
    )
  return (
    <div className="row insight-actions">
      {state === 'accepted' ? null : (
        <Button small look="primary" onPress={() => judge({ insight: insight.id, verdict: 'accepted', title: insight.title })}>
          Accept
        </Button>
      )}
      {state === 'rejected' ? null : (
        <Button small onPress={() => setRejecting(true)}>
          Reject
        </Button>
      )}
      <Button small onPress={() => setMerging(true)}>
        Merge into…
      </Button>
      {talk}
      {verdict ? (
        <Button small look="quiet" onPress={() => actions.takeBack.mutate(insight.id)}>
          Undo
        </Button>
      ) : null}
      {merged.length > 0 ? (
        <Button small look="quiet" onPress={() => merged.forEach(({ id }) => actions.takeBack.mutate(id))}>
          Part again
        </Button>
      ) : null}
      {merging ? (
        <MergeDialog
          insight={insight}
          others={others.filter(({ id }) => id !== insight.id)}
          onClose={() => setMerging(false)}
          onMerge={(into) => {
            judge({ insight: insight.id, verdict: 'merged', into, title: insight.title })
            setMerging(false)
          }}
        />
      ) : null}
    </div>
  )
}
