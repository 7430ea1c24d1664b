export type Destination = 'maps' | 'explore' | 'import'
export type ShortcutAction = { readonly kind: 'go'; readonly to: Destination } | { readonly kind: 'search' } | { readonly kind: 'help' }
export interface ShortcutState {
  /** When `g` was pressed, in the same milliseconds as the next press; undefined while nothing waits. */
  readonly leaderAt: number | undefined
}

export const idle: ShortcutState = { leaderAt: undefined }
/** How long `g` waits for its second key. */
const patience = 1200
const destinations: Readonly<Record<string, Destination>> = { m: 'maps', e: 'explore', i: 'import' }

export const shortcutList: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['g', 'm'], what: 'Go to the maps' },
  { keys: ['g', 'e'], what: 'Go to Explore' },
  { keys: ['g', 'i'], what: 'Go to Import' },
  { keys: ['/'], what: 'Search touchpoints, customers, maps and pages' },
  { keys: ['Ctrl', 'K'], what: 'The same, and every command of the open map' },
  { keys: ['?'], what: 'Show this help' },
  { keys: ['Enter'], what: 'On a number: open the list behind it' },
  { keys: ['Esc'], what: 'Close a panel or dialog' },
]

/** What a key press means now. Time is milliseconds of any steady clock. */
export function pressKey(state: ShortcutState, key: string, now: number): readonly [ShortcutState, ShortcutAction | undefined] {
  if (key === '/') return [idle, { kind: 'search' }]
  if (key === '?') return [idle, { kind: 'help' }]
  const waiting = state.leaderAt !== undefined && now - state.leaderAt <= patience
  const to = waiting ? destinations[key] : undefined
  if (to) return [idle, { kind: 'go', to }]
  return key === 'g' ? [{ leaderAt: now }, undefined] : [idle, undefined]
}
