/** Something wrong with a recipe, for the person who wrote it. */
export interface RecipeProblem {
  /** 1-based line in the YAML; null when it was not read from a text. */
  readonly line: number | null
  /** Path such as `events[0].score.scale`; '' for the recipe as a whole. */
  readonly field: string
  /** What is wrong and what to do about it. */
  readonly message: string
}

/** "line 12, events[0].score.scale: ..." */
export function problemText({ line, field, message }: RecipeProblem): string {
  const place = [line === null ? '' : `line ${line}`, field].filter((word) => word !== '').join(', ')
  return place === '' ? message : `${place}: ${message}`
}

/** `['events', 0, 'time']` as `events[0].time`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  )
}
