import { readThemes, type ReadThemes } from '../../analysis/themes/read-themes.ts'

/** Themes of texts, in the order given. */
export function* themesTask(texts: readonly string[]): Generator<number, ReadThemes> {
  return yield* readThemes(texts)
}
