import './compare.css'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ComparedGroup } from '../../../journey/methods/compare.ts'
import { Empty } from '../../ui/empty.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { personasQuery } from '../personas/persona-queries.ts'
import { CompareRivers } from './compare-rivers.tsx'
import { CompareTable } from './compare-table.tsx'
import { GroupPicker } from './group-picker.tsx'
import { groupOf, readWish, writeWish } from './group-of.ts'

const everybody: ComparedGroup = { name: 'All journeys' }

/** Two groups of journeys on one river and one table. */
export function CompareView() {
  const { search, change } = useExplore()
  const personas = useQuery(personasQuery)
  const known = useMemo(() => (personas.data?.rows ?? []).map(({ id, name, segment }) => ({ id, name, segment })), [personas.data])
  const wishes = { a: readWish(search.with?.['a']), b: readWish(search.with?.['b']) }
  const [a, b] = [groupOf(wishes.a, known), groupOf(wishes.b, known)]
  const ready = a !== undefined && b !== undefined && writeWish(wishes.a) !== writeWish(wishes.b)
  const method = useMethod<'compare'>({ question: 'compare', a: a ?? everybody, b: b ?? everybody, limit: 500 }, ready)
  const pick = (side: 'a' | 'b') => (wish: typeof wishes.a) => change({ with: { ...search.with, [side]: writeWish(wish) } }, true)
  return (
    <section className="compare stack">
      <div className="compare-groups">
        <GroupPicker side="A" wish={wishes.a} personas={known} onChange={pick('a')} />
        <GroupPicker side="B" wish={wishes.b} personas={known} onChange={pick('b')} />
      </div>
      {ready ? (
        <>
          <CompareRivers a={a} b={b} />
          <MethodPanel method={method} rows={10}>
            {(answer) => <CompareTable answer={answer} a={a} b={b} />}
          </MethodPanel>
        </>
      ) : (
        <div className="method plan-choice">
          <Empty title="Choose two groups">
            <p>
              Compare a segment with another, a persona with all, this quarter with the one before, or two archetypes: where they go, where
              they are lost, how long they take and how they feel, each difference with its interval.
            </p>
            <p>For a fair comparison take groups that exclude each other, such as two values of one property.</p>
          </Empty>
        </div>
      )}
    </section>
  )
}
