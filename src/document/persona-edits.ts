import type { PersonaEdit } from '../journey/edit.ts'
import { ok } from '../journey/result.ts'
import { unreachable } from '../journey/unreachable.ts'
import { curveKey } from './curve-key.ts'
import { after, isId, need, type Plan, refuse, setOrders, type Work } from './edit-plan.ts'
import { entryIn } from './new-document.ts'
import { firstKey, orderBefore } from './order-keys.ts'
import { livingOf, put } from './roots.ts'

export function planPersonaEdit(work: Work, edit: PersonaEdit): Plan {
  const { personas, curves } = work.roots
  switch (edit.kind) {
    case 'place-persona': {
      if (!isId(edit.persona)) return refuse('bad_value', 'This is not the id of a persona.')
      if (!edit.on) return ok(() => put(personas, edit.persona, undefined))
      return ok(() => {
        if (personas.has(edit.persona)) return
        const orders = orderBefore(livingOf(personas), [edit.persona], null)
        entryIn(personas, edit.persona, { order: orders.get(edit.persona) ?? firstKey })
        setOrders(personas, orders)
      })
    }
    case 'draw-emotion': {
      const { value, persona, step } = edit
      if (persona !== null && !isId(persona)) return refuse('bad_value', 'This is not the id of a persona.')
      if (value !== null && !(value >= -1 && value <= 1)) return refuse('bad_value', 'An emotion lies between −1 (bad) and +1 (good).')
      return after([need(work, 'steps', step)], () => put(curves, curveKey(persona, step), value ?? undefined))
    }
    default:
      return unreachable(edit)
  }
}
