import { useCallback, useSyncExternalStore } from 'react'
import type { LivePresence } from '../../contract/live.ts'
import type { LiveStatus } from './live.ts'
import { Signals } from './signals.ts'

/** How the open map stands to the server, and who else is there. Only what shows it is drawn again: it changes with every key. */
export class LiveState {
  readonly signals = new Signals()
  status: LiveStatus = { link: 'connecting', readOnly: false, unsynced: 0 }
  people: readonly LivePresence[] = []

  setStatus(status: LiveStatus): void {
    this.status = status
    this.signals.tell(['status'])
  }
  setPeople(people: readonly LivePresence[]): void {
    this.people = people
    this.signals.tell(['people'])
  }
}

export function useLiveState(state: LiveState, part: 'status' | 'people'): LiveState {
  const listen = useCallback((listener: () => void) => state.signals.listen(part, listener), [state, part])
  useSyncExternalStore(listen, () => state.signals.version(part))
  return state
}
