export interface Page {
  readonly root: string
  /** Relative to root. */
  readonly file: string
  readonly text: string
}
export interface Problem {
  readonly line: number
  readonly problem: string
}
export type Check = (page: Page) => readonly Problem[]

/** Returns the 1-based line of a place in a text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
