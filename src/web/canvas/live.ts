import { HocuspocusProvider } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { liveDocumentName, livePath, liveWhereSchema, type LiveMessage, type LivePresence, type LiveWhere } from '../../contract/live.ts'
import { readRichText } from '../../document/rich-text.ts'
import { isOwnOrigin } from './own-origin.ts'

export type LiveTopic = Extract<LiveMessage, { kind: 'topic' }>['topic']

/** How this browser stands to the map on the server. */
export interface LiveStatus {
  readonly link: 'connecting' | 'live' | 'offline'
  readonly readOnly: boolean
  /** Changes that the server has not acknowledged. */
  readonly unsynced: number
  readonly trouble?: LiveTrouble
}
export type LiveTrouble =
  /** The server will never take the change: this document has to go. `kept` is what was typed and not stored. */
  | { readonly kind: 'refused'; readonly message: string; readonly kept: readonly string[] }
  | { readonly kind: 'not-saved'; readonly message: string }
  | { readonly kind: 'denied'; readonly message: string }

export interface LiveHandlers {
  /** The document has content: from the server, or what this browser kept. Called once. */
  readonly onReady: (doc: Y.Doc) => void
  readonly onStatus: (status: LiveStatus) => void
  readonly onTell: (topic: LiveTopic) => void
  /** Everybody else on the map. */
  readonly onPeople: (people: readonly LivePresence[]) => void
}

const denied: Readonly<Record<string, string>> = {
  'permission-denied': 'You may not open this map live. You see it as it was when the page opened.',
  too_many_people: 'Too many people have this map open. You see it as it was when the page opened; reload the page later.',
  too_many_refusals: 'Too many changes were refused. Wait a minute, then reload the page.',
  map_deleted: 'Somebody deleted this map.',
}

/** One map, connected: the document, what this browser keeps of it, and who else is there. Never writes content of its own. */
export class LiveMap {
  readonly doc = new Y.Doc()
  private readonly handlers: LiveHandlers
  private readonly kept: IndexeddbPersistence
  private readonly provider: HocuspocusProvider
  private readonly unstored = new Set<string>()
  private status: LiveStatus = { link: 'connecting', readOnly: false, unsynced: 0 }
  private ready = false
  private closed = false

  constructor(mapId: string, handlers: LiveHandlers) {
    this.handlers = handlers
    this.doc.on('afterTransaction', this.noteOwn)
    this.kept = new IndexeddbPersistence(`wend map ${mapId}`, this.doc)
    this.kept.on('synced', this.whenContent)
    this.provider = new HocuspocusProvider({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${livePath}`,
      name: liveDocumentName(mapId),
      document: this.doc,
      token: 'browser',
      onSynced: () => {
        this.whenContent()
        this.say({ link: 'live' })
      },
      onStatus: ({ status }) => this.onLink(status),
      onAuthenticated: ({ scope }) => this.say({ readOnly: scope === 'readonly' }),
      onAuthenticationFailed: ({ reason }) => this.say({ trouble: { kind: 'denied', message: denied[reason] ?? reason }, readOnly: true }),
      onClose: ({ event }) => this.onClose(event.reason),
      onUnsyncedChanges: ({ number }) => this.onUnsynced(number),
      onStateless: ({ payload }) => this.onMessage(payload),
      onAwarenessChange: ({ states }) => this.onAwareness(states),
    })
  }

  /** Tells the others where this person is. */
  where(where: LiveWhere): void {
    if (this.closed) return
    for (const [key, value] of Object.entries(where)) this.provider.setAwarenessField(key, value)
  }

  /** Forgets what this browser keeps of the map, and closes. For a document that the server refused. */
  async discard(): Promise<void> {
    this.close()
    await this.kept.clearData()
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.provider.destroy()
    void this.kept.destroy()
    this.doc.off('afterTransaction', this.noteOwn)
  }

  private readonly whenContent = (): void => {
    if (this.ready || this.closed || !this.doc.getMap('about').has('format')) return
    this.ready = true
    this.handlers.onReady(this.doc)
  }

  private onLink(status: string): void {
    if (status === 'disconnected') this.say({ link: 'offline' })
    else if (status === 'connecting' && this.status.link !== 'live') this.say({ link: this.status.link })
    else if (status === 'connected' && this.provider.isSynced) this.say({ link: 'live' })
  }

  private onClose(reason: string | undefined): void {
    if (reason === undefined || !(reason in denied)) return
    this.provider.disconnect()
    this.say({ link: 'offline', readOnly: true, trouble: { kind: 'denied', message: denied[reason] ?? reason } })
  }

  private onUnsynced(unsynced: number): void {
    if (unsynced === 0) this.unstored.clear()
    this.say({ unsynced })
  }

  private onMessage(payload: string): void {
    const message = JSON.parse(payload) as LiveMessage
    if (message.kind === 'topic') this.handlers.onTell(message.topic)
    else if (message.kind === 'refused') {
      const kept = keptTexts(this.doc, this.unstored)
      this.provider.disconnect()
      this.say({ trouble: { kind: 'refused', message: message.message, kept } })
    } else if (message.kind === 'not_saved') this.say({ trouble: { kind: 'not-saved', message: message.message } })
    else if (message.kind === 'saved_again') {
      const { trouble: _gone, ...rest } = this.status
      this.status = rest
      this.say({})
    }
  }

  private onAwareness(states: readonly { readonly clientId: number; readonly [field: string]: unknown }[]): void {
    const others = states.filter((state) => state.clientId !== this.doc.clientID)
    this.handlers.onPeople(
      others.flatMap((state) => {
        const where = liveWhereSchema.safeParse({ cards: state['cards'], editing: state['editing'], cursor: state['cursor'] })
        const person = state['person'] as LivePresence['person'] | undefined
        return where.success && person ? [{ ...where.data, person }] : []
      }),
    )
  }

  private readonly noteOwn = (transaction: Y.Transaction): void => {
    if (!isOwnOrigin(transaction.origin)) return
    const cards = this.doc.getMap<Y.Map<unknown>>('cards')
    for (const type of transaction.changed.keys()) {
      const id =
        (type as Y.AbstractType<unknown>)._item?.parent === cards ? type._item?.parentSub : cardOf(type as Y.AbstractType<unknown>, cards)
      if (id) this.unstored.add(id)
    }
  }

  private say(change: Partial<LiveStatus>): void {
    if (this.closed) return
    this.status = { ...this.status, ...change }
    this.handlers.onStatus(this.status)
  }
}

/** The card that a text belongs to. */
function cardOf(type: Y.AbstractType<unknown>, cards: unknown): string | undefined {
  const parent = type._item?.parent as Y.AbstractType<unknown> | undefined
  const item = parent?._item
  return item && item.parent === cards ? (item.parentSub ?? undefined) : undefined
}

function keptTexts(doc: Y.Doc, ids: ReadonlySet<string>): readonly string[] {
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  return [...ids].flatMap((id) => {
    const text = cards.get(id)?.get('text')
    const plain = text instanceof Y.Text ? readRichText(text).text.trim() : ''
    return plain === '' ? [] : [plain]
  })
}
