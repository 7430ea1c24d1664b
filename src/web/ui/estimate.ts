export interface Guess {
  /** 0..1; null while nobody knows the total. */
  readonly share: number | null
  readonly perSecond: number
  /** Absent until there is something to judge by. */
  readonly leftMs?: number
}

/** How fast work goes and what is left of it, judged by all of it so far. Silent in the first second. */
export function estimate({
  done,
  total,
  elapsedMs,
}: {
  readonly done: number
  readonly total: number | null
  readonly elapsedMs: number
}): Guess {
  const perSecond = elapsedMs >= 1000 ? (done / elapsedMs) * 1000 : 0
  if (total === null || total <= 0) return { share: null, perSecond }
  const share = Math.min(1, done / total)
  return perSecond > 0 ? { share, perSecond, leftMs: (Math.max(0, total - done) / perSecond) * 1000 } : { share, perSecond }
}
