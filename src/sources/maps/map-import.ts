import type { JourneyMap } from '../../journey/map.ts'

/** Something in a file that is not on the map as it stands there: which line, what, and what to do. Plain text. */
export interface MapImportProblem {
  /** From 1; 0 speaks of the whole file. */
  readonly line: number
  /** `left-out`: it is not on the map. `changed`: it is, but not as written. */
  readonly kind: 'left-out' | 'changed'
  readonly message: string
}

/** What a file says as a map. Without a map the file could not be read as one, and the problems say why. */
export interface MapImport {
  readonly map?: JourneyMap
  readonly problems: readonly MapImportProblem[]
  /** Problems beyond those listed. */
  readonly more: number
}

/** As much as one map holds; what goes beyond is left out and said. */
export const mapLimits = { stages: 200, steps: 2000, lanes: 100, cards: 20_000, text: 20_000, name: 200, listed: 200 } as const

/** Collects problems: a bounded list, and how many there are beyond. */
export class Problems {
  readonly listed: MapImportProblem[] = []
  more = 0
  leftOut(line: number, message: string): void {
    this.add({ line, kind: 'left-out', message })
  }
  changed(line: number, message: string): void {
    this.add({ line, kind: 'changed', message })
  }
  private add(problem: MapImportProblem): void {
    if (this.listed.length < mapLimits.listed) this.listed.push(problem)
    else this.more += 1
  }
}

/** A text of a file, short enough to be quoted in a message. */
export const quote = (text: string): string => (text.length <= 60 ? `"${text}"` : `"${text.slice(0, 57)}…"`)
