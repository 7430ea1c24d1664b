// Prints the table of who may import whom into ARCHITECTURE.md from boundaries.ts, the same list that the linter reads.
// `--write` writes it; without, exit code 1 says that the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { boundaries, type Boundary, compositionRoots } from './boundaries.ts'

const page = new URL(process.argv.find((each) => each.startsWith('file:')) ?? '../ARCHITECTURE.md', import.meta.url)
const [open, close] = ['<!-- arrow: written by `npm run arrow` from .config/boundaries.ts -->', '<!-- /arrow -->']

const text = readFileSync(page, 'utf8')
const [start, end] = [text.indexOf(open), text.indexOf(close)]
if (start < 0 || end < start) fail(`ARCHITECTURE.md has no place for the table: it needs the lines ${open} and ${close}`)
const current = `${text.slice(0, start)}${open}\n\n${table()}\n\n${text.slice(end)}`
if (process.argv.includes('--write')) writeFileSync(page, current)
else if (current !== text) fail('The table of imports in ARCHITECTURE.md is out of date: run `npm run arrow`')

function table(): string {
  const roots = compositionRoots.map((file) => `\`${file}\``).join(' and ')
  return [
    '| folder | may import of src | packages | must never |',
    '|---|---|---|---|',
    ...boundaries.map(row),
    '',
    `${roots} construct things and may import everything. Tests may also import \`src/simulate\` and test tools.`,
  ].join('\n')
}

function row(boundary: Boundary): string {
  const packages = boundary.packages.includes('*') ? `any but ${names(boundary.notPackages ?? [])}` : names(boundary.packages)
  return `| ${boundary.folder} | ${boundary.folders.join(', ') || 'nothing'} | ${packages} | ${boundary.never}${boundary.pure ? ' (pure)' : ''} |`
}

function names(packages: readonly string[]): string {
  return packages.map((name) => (name === 'node:' ? 'Node' : name.replace(/\/$/, '/*'))).join(', ') || 'none'
}

function fail(reason: string): never {
  console.error(reason)
  process.exit(1)
}
