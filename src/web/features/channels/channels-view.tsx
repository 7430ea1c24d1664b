import './channels.css'
import type { MethodAnswer, MethodQuestion } from '../../../journey/method.ts'
import { Empty } from '../../ui/empty.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { ChannelTable } from './channel-table.tsx'
import { SwitchMatrix, type CellNumber } from './switch-matrix.tsx'
import { SwitchPlaces } from './switch-places.tsx'
import { useChannelLists } from './use-channel-lists.ts'

/** Where journeys switch from one channel to another, and what follows. */
export function ChannelsView() {
  const method = useMethod<'channels'>({ question: 'channels' })
  return (
    <MethodPanel method={method} rows={12}>
      {(answer) => <Shown answer={answer} question={method.question} />}
    </MethodPanel>
  )
}

interface ShownProps {
  readonly answer: MethodAnswer<'channels'>
  readonly question: MethodQuestion<'channels'>
}

const numbers: readonly { readonly value: CellNumber; readonly label: string }[] = [
  { value: 'count', label: 'How often' },
  { value: 'time', label: 'How fast' },
  { value: 'goal', label: 'Goal after' },
]

function Shown({ answer: { rows, summary }, question }: ShownProps) {
  const { search, change } = useExplore()
  const lists = useChannelLists(question, summary.support)
  const number = numbers.find(({ value }) => value === search.with?.['show'])?.value ?? 'count'
  if (summary.channels.every(({ channel }) => channel === ''))
    return (
      <Empty title="No event has a channel">
        <p>A channel is how customer and company met: web, app, phone, shop. Say in the recipe which column names it.</p>
      </Empty>
    )
  return (
    <div className="stack channels">
      <section className="panel panel-body stack">
        <div className="spread">
          <h2>From one channel to another</h2>
          <Segmented
            label="Number shown"
            value={number}
            choices={numbers.filter(({ value }) => value !== 'goal' || summary.hasGoal)}
            onChange={(show) => change({ with: { ...search.with, show } }, true)}
          />
        </div>
        <SwitchMatrix rows={rows} channels={summary.channels.map(({ channel }) => channel)} number={number} lists={lists} />
      </section>
      <section className="panel panel-body stack">
        <h2>Where people switch, and what follows</h2>
        <SwitchPlaces summary={summary} lists={lists} />
      </section>
      <section className="panel panel-body stack">
        <h2>The journey by channel</h2>
        <ChannelTable channels={summary.channels} hasGoal={summary.hasGoal} lists={lists} />
      </section>
    </div>
  )
}
