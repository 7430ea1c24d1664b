import './outlook.css'
import { Segmented } from '../../ui/segmented.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { NextPanel } from './next-panel.tsx'
import { OutlookLists } from './outlook-lists.tsx'

const parts = [
  { value: 'who', label: 'Who stands out now' },
  { value: 'next', label: 'What comes after a path' },
] as const

/** What is likely to come: for those under way now, and after any path. */
export function OutlookView() {
  const { search, change } = useExplore()
  const part = parts.find(({ value }) => value === search.with?.['part'])?.value ?? 'who'
  return (
    <section className="outlook stack">
      <Segmented
        label="What to look at"
        value={part}
        choices={parts}
        onChange={(value) => change({ with: { ...search.with, part: value } }, true)}
      />
      {part === 'who' ? <OutlookLists /> : <NextPanel />}
    </section>
  )
}
