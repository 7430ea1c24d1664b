import * as Y from 'yjs'
import { scopeOf } from '../../document/roots.ts'
import { ownEdit, ownTyping } from './own-origin.ts'

/** Typing within this many milliseconds is undone at once. */
const together = 700

/** Undo and redo of one person's own changes; what others did in between stays. Every step has a name. */
export class Undo {
  private readonly manager: Y.UndoManager
  private next = 'Change'
  private readonly onChange: () => void

  constructor(doc: Y.Doc, onChange: () => void) {
    this.onChange = onChange
    this.manager = new Y.UndoManager(scopeOf(doc), { trackedOrigins: new Set<unknown>([ownEdit, ownTyping]), captureTimeout: together })
    this.manager.on('stack-item-added', this.onAdded)
    this.manager.on('stack-item-popped', onChange)
    this.manager.on('stack-cleared', onChange)
  }

  /** The next change is a step of its own, called `name`. */
  begin(name: string): void {
    this.manager.stopCapturing()
    this.next = name
  }

  /** Undoes the last own step; its name, or undefined when there was none. */
  undo(): string | undefined {
    return this.step(this.manager.undoStack.at(-1), () => this.manager.undo())
  }
  redo(): string | undefined {
    return this.step(this.manager.redoStack.at(-1), () => this.manager.redo())
  }
  can(): { readonly undo: boolean; readonly redo: boolean } {
    return { undo: this.manager.canUndo(), redo: this.manager.canRedo() }
  }
  close(): void {
    this.manager.destroy()
  }

  private step(item: Named | undefined, run: () => Named | null): string | undefined {
    const name = nameOf(item)
    if (name === undefined) return undefined
    // The step that undoes carries the same name, so that redoing says the same.
    this.next = name
    return run() === null ? undefined : name
  }

  private readonly onAdded = ({ stackItem }: { readonly stackItem: Named }): void => {
    if (!stackItem.meta.has('name')) stackItem.meta.set('name', this.next)
    this.onChange()
  }
}

interface Named {
  readonly meta: Map<unknown, unknown>
}
const nameOf = (item: Named | undefined): string | undefined => item?.meta.get('name') as string | undefined
