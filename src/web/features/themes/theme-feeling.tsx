import type { ThemeFeeling } from '../../../journey/methods/themes.ts'

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

export interface FeelingProps {
  readonly label: string
  readonly feeling: ThemeFeeling
}

/** A mean of −1 to +1 with its interval, in words and as a mark; "too few" below five. */
export function Feeling({ label, feeling }: FeelingProps) {
  const { mean, low, high, n } = feeling
  if (n === 0) return null
  return (
    <span className="theme-feeling">
      <span className="faint small">{label}</span>{' '}
      {mean === null ? (
        <span className="soft">too few ({n})</span>
      ) : (
        <span className="numeric" data-feeling={mean < -0.1 ? 'bad' : mean > 0.1 ? 'good' : 'even'}>
          {signed(mean)}{' '}
          <span className="faint small">{`${low === null || high === null ? '' : `${signed(low)} to ${signed(high)}, `}n ${n}`}</span>
        </span>
      )}
    </span>
  )
}
