import { fontFamily, palettes, radius, ribbonOpacity, space, type, type Palette, type Theme } from './tokens.ts'

/**
 * The tokens of a theme as CSS custom properties, without a selector: `--paper: #f7f2e8; …`.
 * Names: the palette's own (`--ink-soft`), `--emotion-1` (worst) to `--emotion-5` (best), `--lane-<kind>`,
 * `--type-<name>` (size) with `--line-<name>`, `--space-<name>`, `--radius-<name>`, `--font`, `--ribbon-opacity`.
 */
export function tokensToCss(theme: Theme): string {
  const pairs = [
    ...colours(palettes[theme]),
    ...measures(),
    ['font', fontFamily] as const,
    ['ribbon-opacity', String(ribbonOpacity)] as const,
  ]
  return `color-scheme: ${theme}; ${pairs.map(([name, value]) => `--${name}: ${value};`).join(' ')}`
}

type Pair = readonly [name: string, value: string]

function colours(palette: Palette): Pair[] {
  const { emotion, lanes, ...plain } = palette
  return [
    ...Object.entries(plain).map(([name, value]): Pair => [kebab(name), value]),
    ...emotion.map((value, index): Pair => [`emotion-${index + 1}`, value]),
    ...Object.entries(lanes).map(([name, value]): Pair => [`lane-${name}`, value]),
  ]
}

function measures(): Pair[] {
  return [
    ...Object.entries(type).flatMap(([name, step]): Pair[] => [
      [`type-${name}`, `${step.size}px`],
      [`line-${name}`, `${step.line}px`],
    ]),
    ...Object.entries(space).map(([name, value]): Pair => [`space-${name}`, `${value}px`]),
    ...Object.entries(radius).map(([name, value]): Pair => [`radius-${name}`, `${value}px`]),
  ]
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
