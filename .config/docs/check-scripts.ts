import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, lineAt } from './page.ts'

const named = /\bnpm (?:run (?:-s |--silent )?(?<script>[\w:-]+)|(?<short>start|test)\b)/g

/** Every `npm run X`, `npm start` and `npm test` that a page names is a script of package.json. */
export const checkScripts: Check = ({ root, text }) => {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts?: Record<string, string> }
  return [...text.matchAll(named)].flatMap((match) => {
    const script = match.groups?.['script'] ?? match.groups?.['short'] ?? ''
    return Object.hasOwn(scripts, script) ? [] : [{ line: lineAt(text, match.index), problem: `package.json has no script \`${script}\`` }]
  })
}
