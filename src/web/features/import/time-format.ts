/** The ways a recipe can say that times are written. */
export const timeFormats = [
  { value: 'iso', label: 'calendar, unambiguous' },
  { value: 'day-first', label: 'day first: 31/12/2025' },
  { value: 'month-first', label: 'month first: 12/31/2025' },
  { value: 'unix-seconds', label: 'seconds since 1970' },
  { value: 'unix-milliseconds', label: 'milliseconds since 1970' },
  { value: 'unix-microseconds', label: 'microseconds since 1970' },
] as const
export type TimeFormat = (typeof timeFormats)[number]['value']
