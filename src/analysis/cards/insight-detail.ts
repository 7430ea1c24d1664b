import type { Insight } from '../../journey/insight.ts'

/** An insight's detail with its other signs, what is at stake, and what to be careful about. */
export function insightDetail({ detail, merged = [], money, caution }: Insight): string {
  const stake = money === undefined ? '' : `Worth about ${whole(money.value)}${money.currency === '' ? '' : ` ${money.currency}`}.`
  const signs = merged.length === 0 ? '' : `Also: ${merged.map(({ title }) => title).join('; ')}.`
  return [detail, signs, stake, caution ?? ''].filter((part) => part !== '').join(' ')
}

/** Thousands set apart by commas, the same on every machine. */
const whole = (count: number) => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
