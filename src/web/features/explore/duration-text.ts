const units = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** Milliseconds of "30m", "12h", "7d" or "2w"; undefined for anything else, and for an empty text. */
export function readDuration(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([mhdw])\s*$/i.exec(text)
  const unit = match?.[2]?.toLowerCase() as keyof typeof units | undefined
  return match && unit ? Number(match[1]) * units[unit] : undefined
}

/** The shortest such text of a duration, in its largest whole unit. */
export function writeDuration(ms: number): string {
  const unit = (['w', 'd', 'h'] as const).find((one) => ms % units[one] === 0) ?? 'm'
  return `${ms / units[unit]}${unit}`
}
