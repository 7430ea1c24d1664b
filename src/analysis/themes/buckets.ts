const dayMs = 86_400_000

export type Bucket = 'week' | 'month'

/** Start of the UTC week (Monday) or month that a time lies in. */
export function bucketStart(time: number, bucket: Bucket): number {
  const date = new Date(time)
  if (bucket === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  const day = Math.floor(time / dayMs)
  return (day - ((((day + 3) % 7) + 7) % 7)) * dayMs
}

/** Starts of every week or month between two times, both included; at most 520 of the latest. */
export function bucketsBetween(from: number, to: number, bucket: Bucket): readonly number[] {
  const starts: number[] = []
  let start = bucketStart(to, bucket)
  const first = bucketStart(from, bucket)
  while (start >= first && starts.length < 520) {
    starts.push(start)
    start = bucketStart(start - 1, bucket)
  }
  return starts.toReversed()
}
