import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
const nodeModules = join(project, 'node_modules')

export interface GuardRun {
  readonly passed: boolean
  /** Everything it said. */
  readonly output: string
}

/** A tree outside the project with the project's own guards and only the planted files, so that nothing else is disturbed. */
export interface PlantedTree {
  plant(path: string, text: string): void
  run(command: readonly string[]): GuardRun
  [Symbol.dispose](): void
}

/** The guards as `npm run check` runs them; a tool from npm is named by its file below node_modules. */
export const guards = {
  format: ['oxfmt/bin/oxfmt', '-c', '.config/oxfmt.json', '--check', '.'],
  pureTypes: ['typescript/bin/tsc', '-p', '.config/tsconfig.pure.json'],
  lint: ['oxlint/bin/oxlint', '-c', '.config/oxlint.json', '-f', 'json', '.'],
  dead: ['knip/bin/knip.js', '-c', '.config/knip.json'],
  docs: ['.config/check-docs.ts'],
  arrow: ['.config/arrow.ts'],
} as const

/** Returns a new planted tree; dispose it with `using`. */
export function plantedTree(files: Readonly<Record<string, string>> = {}): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'wend-guard-'))
  for (const name of ['.config', 'package.json', 'tsconfig.json', '.gitignore'])
    cpSync(join(project, name), join(root, name), { recursive: true })
  symlinkSync(nodeModules, join(root, 'node_modules'))
  const plant = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) plant(path, text)
  return {
    plant,
    run([tool = '', ...args]) {
      const file = tool.startsWith('.config') ? tool : join(nodeModules, tool)
      const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
      return { passed: status === 0, output: `${stdout}${stderr}` }
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  }
}

export interface LintProblem {
  readonly message: string
  readonly code: string
  readonly filename: string
}

/** Returns what the linter says about the tree. */
export function lint(tree: PlantedTree): readonly LintProblem[] {
  const { output } = tree.run(guards.lint)
  return (JSON.parse(output.slice(output.indexOf('{'))) as { diagnostics: LintProblem[] }).diagnostics
}
