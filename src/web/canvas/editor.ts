import type * as Y from 'yjs'
import type { LivePresence, LiveWhere } from '../../contract/live.ts'
import { applyEdits } from '../../document/apply-edit.ts'
import type { Edit } from '../../journey/edit.ts'
import type { Card, CardId } from '../../journey/map.ts'
import { focusName, sameFocus, stopsOf, type Focus, type Stop } from './grid-stops.ts'
import type { GridRow } from './grid-rows.ts'
import { LiveStore } from './live-store.ts'
import type { MapStore, Touched } from './map-store.ts'
import { ownEdit } from './own-origin.ts'
import { nothing, type Selection } from './selection.ts'
import { cardKey, Signals } from './signals.ts'
import { Undo } from './undo.ts'

/** What is edited in place: a card's text, or the name in a head. */
export type Editing = { readonly kind: 'card'; readonly id: CardId } | { readonly kind: 'head'; readonly of: string; readonly id: string }

export interface Said {
  readonly text: string
  readonly bad: boolean
  /** Grows with every message, so that the same one is told twice. */
  readonly number: number
}

/** One opened map in the editor: what it is drawn from, what is chosen, and every change a person makes. Keys of `signals`: layout, frame, whole, mode, said, undo, focus, selection, editing, and one a card or cell. */
export class Editor {
  readonly signals = new Signals()
  store: MapStore
  selection: Selection = nothing
  focus: Focus | undefined
  editing: Editing | undefined
  /** Made just now and still empty: goes away again when nothing is typed. */
  fresh: CardId | undefined
  said: Said | undefined
  /** The rows on screen, set by the sheet. */
  rows: readonly GridRow[] = []
  /** Cards that match a search; `current` is the one shown. */
  found: { readonly cards: ReadonlySet<string>; readonly current: string | undefined } = { cards: new Set(), current: undefined }
  comments: ReadonlyMap<string, number> = new Map()
  onWhere: (where: LiveWhere) => void = () => {}
  /** Cards are being moved with the arrow keys. */
  moving = false
  /** Brings what has the focus into sight and gives it the browser's focus. */
  showFocus: () => void = () => {}
  /** Makes the whole width of the map fit on the screen. */
  fitWidth: () => void = () => {}
  /** The map is searched in. */
  finding = false
  /** Opens a card's panel. */
  onOpenCard: (card: CardId) => void = () => {}
  private live: LiveStore | undefined
  private undoing: Undo | undefined
  private readOnly = false
  private readonly people = new Map<string, readonly LivePresence[]>()

  constructor(store: MapStore) {
    this.store = store
  }

  /** Whether changes are taken: the live document is here, and this person may edit. */
  get canEdit(): boolean {
    return this.live !== undefined && !this.readOnly
  }
  get canUndo(): { readonly undo: boolean; readonly redo: boolean } {
    return this.undoing?.can() ?? { undo: false, redo: false }
  }

  /** From now on the document is the map. What is drawn already and the same is not drawn again. */
  goLive(doc: Y.Doc): void {
    const before = this.store
    const store = new LiveStore(doc, this.onTouched)
    this.live = store
    this.store = store
    this.undoing = new Undo(doc, () => this.signals.tell(['undo']))
    const changed = changedCards(before, store)
    this.signals.tell(['layout', 'frame', 'whole', 'mode', 'undo', ...changed.map(cardKey)])
  }

  setReadOnly(readOnly: boolean): void {
    if (this.readOnly === readOnly) return
    this.readOnly = readOnly
    this.signals.tell(['mode'])
  }

  close(): void {
    this.undoing?.close()
    this.live?.close()
    this.live = undefined
  }

  text(card: CardId): Y.Text | undefined {
    return this.live?.text(card)
  }

  /** Makes the changes as one step that can be undone by its name. False, with a message, when they cannot be made. */
  apply(name: string, edits: readonly Edit[]): boolean {
    if (!this.live || this.readOnly) {
      this.say(this.live ? 'You may look at this map, but not change it.' : 'The map is still connecting. Try again in a moment.', true)
      return false
    }
    if (edits.length === 0) return true
    this.undoing?.begin(name)
    const result = applyEdits(this.live.doc, edits, ownEdit)
    if (!result.ok) this.say(result.error.message, true)
    return result.ok
  }

  undo(): void {
    const name = this.undoing?.undo()
    this.say(name === undefined ? 'Nothing to undo.' : `Undone: ${name}`)
  }
  redo(): void {
    const name = this.undoing?.redo()
    this.say(name === undefined ? 'Nothing to redo.' : `Done again: ${name}`)
  }

  say(text: string, bad = false): void {
    this.said = { text, bad, number: (this.said?.number ?? 0) + 1 }
    this.signals.tell(['said'])
  }

  /** What the page does for the editor. */
  serve(page: Partial<Pick<Editor, 'onWhere' | 'onOpenCard' | 'showFocus' | 'fitWidth'>>): void {
    Object.assign(this, page)
  }
  setRows(rows: readonly GridRow[]): void {
    this.rows = rows
  }

  stops(): readonly Stop[] {
    return stopsOf(this.rows)
  }

  select(selection: Selection): void {
    const before = this.selection
    this.selection = selection
    const changed = [...before.cards]
      .filter((id) => !selection.cards.has(id))
      .concat([...selection.cards].filter((id) => !before.cards.has(id)))
    this.signals.tell(['selection', ...changed.map(cardKey)])
    this.tellWhere()
  }

  moveTo(focus: Focus | undefined): void {
    if (sameFocus(this.focus, focus)) return
    const before = focusName(this.focus)
    this.focus = focus
    const after = focusName(focus)
    this.signals.tell(['focus', ...(before === undefined ? [] : [before]), ...(after === undefined ? [] : [after])])
  }

  edit(editing: Editing | undefined): void {
    const before = this.editing
    if (before?.id === editing?.id && before?.kind === editing?.kind) return
    if (editing && !this.canEdit) return
    if (editing) this.undoing?.begin('Text')
    this.editing = editing
    const keys = [before, editing].flatMap((one) => (one ? [one.kind === 'card' ? cardKey(one.id) : `head ${one.of} ${one.id}`] : []))
    this.signals.tell(['editing', ...keys])
    if (before?.kind === 'card') this.dropFresh(before.id)
    this.tellWhere()
  }

  find(cards: ReadonlySet<string>, current: string | undefined): void {
    const before = this.found
    this.found = { cards, current }
    this.signals.tell(['found', ...[...before.cards, ...cards].map(cardKey)])
  }

  /** Opens or closes the search in the map; opened again, its words are chosen. */
  openFind(open: boolean): void {
    const again = open && this.finding
    this.finding = open
    this.signals.tell([again ? 'find again' : 'finding'])
  }

  startMoving(): void {
    this.moving = true
    this.say('Moving: arrow keys move the cards, Enter or Escape ends.')
  }

  setComments(counts: ReadonlyMap<string, number>): void {
    const before = this.comments
    if (before === counts) return
    this.comments = counts
    const changed = [...new Set([...before.keys(), ...counts.keys()])].filter((id) => before.get(id) !== counts.get(id))
    if (changed.length > 0) this.signals.tell(['comments', ...changed.map(cardKey)])
  }

  setPeople(people: readonly LivePresence[]): void {
    const before = [...this.people.keys()]
    this.people.clear()
    for (const one of people)
      for (const card of new Set([...one.cards, ...(one.editing === null ? [] : [one.editing])]))
        this.people.set(card, [...(this.people.get(card) ?? []), one])
    this.signals.tell([...before, ...this.people.keys()].map(cardKey))
  }
  peopleAt(card: string): readonly LivePresence[] {
    return this.people.get(card) ?? none
  }

  /** The chosen cards that are on screen, in the order of the grid. */
  chosen(): readonly CardId[] {
    return this.rows.flatMap((row) =>
      row.stages.flatMap((stage) =>
        [...stage.steps, stage.whole].flatMap((cell) => cell.cards.filter((id) => this.selection.cards.has(id))),
      ),
    )
  }

  private dropFresh(id: CardId): void {
    const fresh = this.fresh === id
    this.fresh = undefined
    if (fresh && this.text(id)?.length === 0) this.apply('New card', [{ kind: 'remove-cards', cards: [id] }])
  }

  private tellWhere(): void {
    this.onWhere({
      cards: [...this.selection.cards].slice(0, 200),
      editing: this.editing?.kind === 'card' ? this.editing.id : null,
      cursor: null,
    })
  }

  private readonly onTouched = (touched: Touched): void => {
    const kind = [...(touched.layout ? ['layout'] : []), ...(touched.frame ? ['frame'] : [])]
    this.signals.tell([...kind, 'whole', ...[...touched.cards].map(cardKey)])
  }
}

const none: readonly LivePresence[] = []

function changedCards(before: MapStore, after: MapStore): readonly string[] {
  const ids = new Set<CardId>([...before.layout().cells.values(), ...after.layout().cells.values()].flat())
  const same = (a: Card | undefined, b: Card | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
  return [...ids].filter((id) => !same(before.card(id), after.card(id)))
}
