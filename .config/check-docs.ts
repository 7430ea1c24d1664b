// Documentation that cannot lie: quoted code equals its source, every named npm script exists, every link resolves.
// `node .config/check-docs.ts [folder]`; prints one line a problem, exit code 1 when there is one.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkFences } from './docs/check-fences.ts'
import { checkLinks } from './docs/check-links.ts'
import { checkScripts } from './docs/check-scripts.ts'
import type { Check } from './docs/page.ts'

const checks: readonly Check[] = [checkFences, checkScripts, checkLinks]
const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))
const files = globSync('**/*.md', { cwd: root, exclude: (name) => name.includes('node_modules') || name === 'dist' || name === '.git' })
const problems = files.flatMap((file) => {
  const page = { root, file, text: readFileSync(join(root, file), 'utf8') }
  return checks.flatMap((check) => check(page).map(({ line, problem }) => `${file}:${line}: ${problem}`))
})

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log(`${files.length} pages: code, scripts and links are true.`)
