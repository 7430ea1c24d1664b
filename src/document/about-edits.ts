import * as Y from 'yjs'
import type { AboutEdit } from '../journey/edit.ts'
import { unreachable } from '../journey/unreachable.ts'
import { after, longest, needText, type Plan, type Work } from './edit-plan.ts'
import { writePlainText } from './rich-text.ts'
import { put, sharedTextIn } from './roots.ts'

export function planAboutEdit({ roots }: Work, edit: AboutEdit): Plan {
  switch (edit.kind) {
    case 'set-title':
      return after([needText(edit.title, longest.name)], () => put(roots.about, 'title', edit.title))
    case 'set-map-kind':
      return after([], () => put(roots.about, 'kind', edit.mapKind))
    case 'set-summary':
      return after([needText(edit.summary, longest.text)], () => {
        const shared = sharedTextIn(roots.about, 'summary')
        if (shared) writePlainText(shared, edit.summary)
        else roots.about.set('summary', new Y.Text(edit.summary))
      })
    default:
      return unreachable(edit)
  }
}
