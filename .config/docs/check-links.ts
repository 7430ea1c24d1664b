import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Check, lineAt } from './page.ts'

const link = /\]\((?<target>[^)\s]+)(?:\s+"[^"]*")?\)|<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)="(?<attribute>[^"]+)"/g

/** Every relative link or picture exists, with its heading when it names one. Links to other sites are not followed. */
export const checkLinks: Check = ({ root, file, text }) => {
  const prose = withoutCode(text)
  return [...prose.matchAll(link)].flatMap((match) => {
    const target = match.groups?.['target'] ?? match.groups?.['attribute'] ?? ''
    if (/^[a-z][a-z+.-]*:/i.test(target)) return []
    const [path = '', heading] = target.split('#')
    const found = path === '' ? join(root, file) : join(path.startsWith('/') ? root : join(root, dirname(file)), decodeURIComponent(path))
    const line = lineAt(prose, match.index)
    if (!existsSync(found)) return [{ line, problem: `links to ${target}, which does not exist` }]
    if (heading === undefined || !found.endsWith('.md') || !statSync(found).isFile()) return []
    return headings(readFileSync(found, 'utf8')).includes(heading.toLowerCase())
      ? []
      : [{ line, problem: `links to ${target}: no such heading` }]
  })
}

/** Blanks code out and keeps every character's place. */
function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, (code) => code.replace(/[^\n]/g, ' '))
}

function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) => slug(match[1] ?? ''))
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
}
