import { afterAll, expect, test } from 'vitest'
import { lint, plantedTree } from './planted-tree.ts'

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `export const a${at} = ${at}\n`).join('')

/** File, its text, and the rule that must refuse it. */
const planted = [
  {
    what: 'Date.now in a pure folder',
    rule: 'wend(pure-clock)',
    file: 'src/journey/now.ts',
    text: `export const now = (): number => Date.now()\n`,
  },
  {
    what: 'new Date() in a pure folder',
    rule: 'wend(pure-clock)',
    file: 'src/analysis/date.ts',
    text: `export const date = (): Date => new Date()\n`,
  },
  {
    what: 'Math.random in a pure folder',
    rule: 'wend(pure-clock)',
    file: 'src/simulate/chance.ts',
    text: `export const chance = (): number => Math.random()\n`,
  },
  {
    what: 'Math["random"] by way of globalThis',
    rule: 'wend(pure-clock)',
    file: 'src/exports/chance.ts',
    text: `export const chance = (): number => globalThis.Math['random']()\n`,
  },
  {
    what: 'an import cycle',
    rule: 'import(no-cycle)',
    file: 'src/journey/egg.ts',
    text: `import { hen } from './hen.ts'\nexport const egg = (): number => hen()\n`,
  },
  {
    what: 'a floating promise',
    rule: 'typescript(no-floating-promises)',
    file: 'src/app/floating.ts',
    text: `const later = async (): Promise<void> => {}\nexport function go(): void {\n  later()\n}\n`,
  },
  {
    what: 'a switch that forgets a case',
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'src/journey/switch.ts',
    text: `export function say(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'A'\n  }\n  return ''\n}\n`,
  },
  {
    what: 'a type imported as a value',
    rule: 'typescript(consistent-type-imports)',
    file: 'src/journey/typed.ts',
    text: `import { Kind } from './kind.ts'\nexport const kind: Kind = 'a'\n`,
  },
  { what: 'a default export', rule: 'import(no-default-export)', file: 'src/journey/default.ts', text: `export default 1\n` },
  { what: 'a file of 401 lines', rule: 'eslint(max-lines)', file: 'src/journey/long.ts', text: lines(401) },
  {
    what: 'a function with four parameters',
    rule: 'eslint(max-params)',
    file: 'src/journey/params.ts',
    text: `export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d\n`,
  },
  {
    what: 'a function of more than 60 lines',
    rule: 'eslint(max-lines-per-function)',
    file: 'src/journey/function.ts',
    text: `export function long(): void {\n${'  void 0\n'.repeat(61)}}\n`,
  },
  {
    what: 'process.env outside the environment file',
    rule: 'node(no-process-env)',
    file: 'src/events/env.ts',
    text: `export const home = process.env['HOME']\n`,
  },
  {
    what: 'a test that is skipped',
    rule: 'vitest(no-disabled-tests)',
    file: 'src/journey/skip.test.ts',
    text: `import { test } from 'vitest'\ntest.skip('is skipped', () => {})\n`,
  },
] as const

const tree = plantedTree({
  'src/journey/hen.ts': `import { egg } from './egg.ts'\nexport const hen = (): number => egg()\n`,
  'src/journey/kind.ts': `export type Kind = 'a'\n`,
  'src/journey/sound.ts': `export const later = (now: number): Date => new Date(now)\n`,
  'src/environment.ts': `export const home = process.env['HOME']\n`,
})
for (const { file, text } of planted) tree.plant(file, text)
const problems = lint(tree)
afterAll(() => tree[Symbol.dispose]())

test.for(planted)('the linter refuses $what', ({ file, rule }) => {
  expect(problems.filter((problem) => problem.filename === file).map((problem) => problem.code)).toContain(rule)
})

test('the linter lets sound files pass', () => {
  const sound = ['src/journey/sound.ts', 'src/journey/kind.ts', 'src/environment.ts']
  expect(problems.filter((problem) => sound.includes(problem.filename))).toEqual([])
})
