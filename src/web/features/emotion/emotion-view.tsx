import './emotion.css'
import { useState } from 'react'
import { Segmented } from '../../ui/segmented.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { EmotionChart } from './emotion-chart.tsx'
import { EmotionTable } from './emotion-table.tsx'
import { MomentCards } from './moment-cards.tsx'
import { WordsPanel } from './words-panel.tsx'
import { WordsDialog } from './words-dialog.tsx'

const methods = [
  { value: 'lexicon', label: 'Words by lexicon' },
  { value: 'model', label: 'Words by model' },
] as const

/** How customers feel along the journey: by the scores they gave and by what they wrote, side by side and never mixed. */
export function EmotionView() {
  const { search, change, open } = useExplore()
  const chosen = methods.find(({ value }) => value === search.with?.['method'])?.value ?? 'lexicon'
  const method = useMethod<'emotion'>({ question: 'emotion', ...(chosen === 'model' && { method: 'model' }) })
  const [reading, setReading] = useState<string>()
  const { question: _question, method: _method, limit: _limit, ...filters } = method.question
  return (
    <section className="panel panel-body stack emotion-view">
      <div className="spread emotion-head">
        <p className="soft">How customers feel at each touchpoint, from −1 to +1: by the scores they gave, and by what they wrote.</p>
        <Segmented
          label="How texts are scored"
          value={chosen}
          choices={methods}
          onChange={(value) => change({ with: { ...search.with, method: value } }, true)}
        />
      </div>
      <MethodPanel method={method} rows={10}>
        {({ rows, summary }) =>
          rows.length === 0 ? null : (
            <div className="stack">
              <EmotionChart rows={rows} />
              <MomentCards moments={summary.moments} />
              <EmotionTable
                rows={rows}
                onScores={(touchpoint) =>
                  open({ question: 'scores', ...filters }, { kind: 'score', touchpoint }, `Scores about ${touchpoint}`)
                }
                onWords={setReading}
              />
              <WordsPanel words={summary.words} />
            </div>
          )
        }
      </MethodPanel>
      {reading === undefined ? null : <WordsDialog touchpoint={reading} onClose={() => setReading(undefined)} />}
    </section>
  )
}
