import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, lineAt } from './page.ts'

const quoted = /^<!-- region (?<path>[^\s#]+)(?:#(?<name>[\w-]+))? -->\s*\n```\w*\n(?<code>[\s\S]*?)\n```/gm
const marker = /^<!-- region [^>]*-->/gm

/**
 * A fence under `<!-- region path#name -->` must equal the lines between `// region name` and `// endregion name` in that
 * file, or the whole file when no name is given; indentation that all lines share does not count.
 */
export const checkFences: Check = ({ root, text }) => {
  const fences = [...text.matchAll(quoted)]
  const read = new Set(fences.map((fence) => fence.index))
  const loose = [...text.matchAll(marker)].filter((each) => !read.has(each.index))
  return [
    ...loose.map((each) => ({ line: lineAt(text, each.index), problem: `${each[0]} has no code fence right below it` })),
    ...fences.flatMap((fence) => {
      const { path = '', name, code = '' } = fence.groups ?? {}
      const source = readRegion(join(root, path), name)
      const place = name === undefined ? path : `${path}#${name}`
      const line = lineAt(text, fence.index)
      if (source === undefined) return [{ line, problem: `quotes ${place}, which does not exist` }]
      return dedent(source) === dedent(code) ? [] : [{ line, problem: `the quoted code differs from ${place}: copy it again` }]
    }),
  ]
}

function readRegion(path: string, name: string | undefined): string | undefined {
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  if (name === undefined) return lines.join('\n')
  const start = lines.findIndex((line) => line.trim() === `// region ${name}`)
  const end = lines.findIndex((line) => line.trim() === `// endregion ${name}`)
  return start < 0 || end < start ? undefined : lines.slice(start + 1, end).join('\n')
}

function dedent(code: string): string {
  const lines = code.split('\n').map((line) => line.trimEnd())
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER)
  return lines
    .map((line) => line.slice(shared))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}
