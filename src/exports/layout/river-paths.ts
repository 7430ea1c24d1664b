/** An edge that a stream crosses at a right angle: from `y` down for `height`, at `x`. */
export interface Bank {
  readonly x: number
  readonly y: number
  readonly height: number
}

/** The outline of a stream through banks from left to right, curving between them. */
export function flowing(banks: readonly Bank[]): string {
  const upper = curve(banks.map((bank) => ({ x: bank.x, y: bank.y })))
  const lower = curve(banks.toReversed().map((bank) => ({ x: bank.x, y: bank.y + bank.height })))
  return `M${upper}L${lower}Z`
}

/** The outline of a stream that turns from a bank down to a level mouth: centred on `mouth.x`, as wide as `mouth.height`. */
export function falling(bank: Bank, mouth: Bank): string {
  const outer = mouth.x + mouth.height / 2
  const inner = mouth.x - mouth.height / 2
  const foot = bank.y + bank.height
  const turn = (foot + mouth.y) / 2
  return (
    `M${n(bank.x)},${n(bank.y)}C${n((bank.x + outer) / 2)},${n(bank.y)} ${n(outer)},${n(Math.min(turn, bank.y + 60))} ${n(outer)},${n(mouth.y)}` +
    `L${n(inner)},${n(mouth.y)}C${n(inner)},${n(Math.min(turn, foot + 50))} ${n((bank.x * 2 + inner) / 3)},${n(foot)} ${n(bank.x)},${n(foot)}Z`
  )
}

/** The outline of a stream that comes down from above into a bank. */
export function springing(spring: Bank, bank: Bank): string {
  const half = spring.height / 2
  const bend = (spring.x + bank.x) / 2
  return (
    `M${n(spring.x + half)},${n(spring.y)}C${n(spring.x + half)},${n((spring.y + bank.y) / 2)} ${n(Math.max(bend, spring.x + half))},${n(bank.y)} ${n(bank.x)},${n(bank.y)}` +
    `L${n(bank.x)},${n(bank.y + bank.height)}C${n(bend)},${n(bank.y + bank.height)} ${n(spring.x - half)},${n((spring.y + bank.y + bank.height) / 2)} ${n(spring.x - half)},${n(spring.y)}Z`
  )
}

/** The centre line of a flow back: up from one stage's top, over, and down on another's. */
export function arc(banks: readonly Bank[], ridge: number): string {
  const [from, to] = [banks[0], banks.at(-1)]
  if (!from || !to) return ''
  const lift = 2 * ridge - Math.min(from.y, to.y)
  return `M${n(from.x)},${n(from.y)}C${n(from.x)},${n(Math.max(2, lift))} ${n(to.x)},${n(Math.max(2, lift))} ${n(to.x)},${n(to.y)}`
}

/** Two decimals at the most, so that files stay small and equal everywhere. */
export const n = (value: number): string => String(Math.round(value * 100) / 100 + 0)

function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1]
      if (!before) return `${n(point.x)},${n(point.y)}`
      const bend = n((before.x + point.x) / 2)
      return `C${bend},${n(before.y)} ${bend},${n(point.y)} ${n(point.x)},${n(point.y)}`
    })
    .join('')
}
