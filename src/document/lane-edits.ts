import type { LaneEdit } from '../journey/edit.ts'
import { unreachable } from '../journey/unreachable.ts'
import { after, bringBack, longest, need, needNew, needText, type Plan, setOrders, type Work } from './edit-plan.ts'
import { orderBefore } from './order-keys.ts'
import { entryAt, livingOf, put, type Roots } from './roots.ts'

export function planLaneEdit(work: Work, edit: LaneEdit): Plan {
  const { roots } = work
  switch (edit.kind) {
    case 'add-lane':
      return after([needNew(work, 'lanes', edit.lane), needText(edit.name, longest.name), needText(edit.hint, longest.name)], () => {
        placeLane(roots, edit.lane, edit.before)
        bringBack(roots.lanes, edit.lane)
      })
    case 'rename-lane':
      return after([need(work, 'lanes', edit.lane), needText(edit.name, longest.name)], () => set(roots, edit.lane, { name: edit.name }))
    case 'move-lane':
      return after([need(work, 'lanes', edit.lane)], () => placeLane(roots, edit.lane, edit.before))
    case 'remove-lane':
      return after([need(work, 'lanes', edit.lane)], () => set(roots, edit.lane, { gone: true }))
    default:
      return unreachable(edit)
  }
}

function placeLane(roots: Roots, lane: string, before: string | null): void {
  const others = livingOf(roots.lanes).filter(({ id }) => id !== lane)
  if (before !== lane) setOrders(roots.lanes, orderBefore(others, [lane], before))
}

function set(roots: Roots, lane: string, fields: Readonly<Record<string, unknown>>): void {
  const entry = entryAt(roots.lanes, lane)
  if (entry) for (const [key, value] of Object.entries(fields)) put(entry, key, value)
}
