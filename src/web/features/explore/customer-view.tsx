import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { CustomerTimeline } from './customer-timeline.tsx'
import { useDefinition, useExplore } from './use-explore.ts'

export function CustomerView() {
  const { search, change } = useExplore()
  const { definition } = useDefinition()
  const [text, setText] = useState(search.customer ?? '')
  const show = (): void => change({ customer: text.trim() || undefined })
  return (
    <div className="stack customer-view">
      <div className="row customer-search">
        <TextField label="Customer’s id, as it is written in the source" value={text} onChange={setText} onEnter={show} />
        <Button look="primary" onPress={show}>
          Show
        </Button>
      </div>
      {search.customer === undefined ? (
        <Empty title="One customer’s whole history">
          <p>
            Type an id to see everything that is stored about this customer: each touchpoint, what they scored and said, and the file and
            line it came from.
          </p>
          <p>From anywhere else in Wend: open a number, then pick a customer from its list.</p>
        </Empty>
      ) : (
        <section className="panel panel-body">
          <h2 className="customer-name">Customer {search.customer}</h2>
          <CustomerTimeline customer={search.customer} definition={definition} />
        </section>
      )}
    </div>
  )
}
