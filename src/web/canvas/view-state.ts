import { Signals } from './signals.ts'

/** How one person looks at one map: kept in this browser, told to nobody. */
export interface ViewState {
  readonly collapsedLanes: readonly string[]
  readonly collapsedStages: readonly string[]
  readonly zoom: number
  /** Only cards of this persona, and those of all. */
  readonly persona: string | null
  readonly showHidden: boolean
  /** The small picture of the whole map in the corner. */
  readonly overview: boolean
}

const plain: ViewState = { collapsedLanes: [], collapsedStages: [], zoom: 1, persona: null, showHidden: false, overview: true }
export const zoomSteps = [0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.15, 1.35, 1.6, 2] as const

export class View {
  readonly signals = new Signals()
  private readonly key: string
  state: ViewState

  constructor(map: string) {
    this.key = `wend-view ${map}`
    this.state = { ...plain, ...read(this.key) }
  }

  set(change: Partial<ViewState>): void {
    this.state = { ...this.state, ...change }
    localStorage.setItem(this.key, JSON.stringify(this.state))
    this.signals.tell(['view'])
  }

  toggle(part: 'collapsedLanes' | 'collapsedStages', id: string): void {
    const now = this.state[part]
    this.set({ [part]: now.includes(id) ? now.filter((one) => one !== id) : [...now, id] })
  }

  zoomBy(side: 1 | -1): void {
    const { zoom } = this.state
    const next = side === 1 ? zoomSteps.find((step) => step > zoom + 0.001) : zoomSteps.findLast((step) => step < zoom - 0.001)
    if (next !== undefined) this.set({ zoom: next })
  }
}

function read(key: string): Partial<ViewState> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}
