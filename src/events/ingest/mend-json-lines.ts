import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import { readJsonRow, readLines } from './prepare-json-lines.ts'

/** The only name in an object that stands for a line that cannot be read; its value is the line. */
export const unreadableLine = 'wend: unreadable line'

/** Deeper nesting is refused; the engine's own limit is 1,000. */
const maxDepth = 900

/**
 * A copy of JSON lines in which every line that the engine cannot read is wrapped in an object, so that the others can be
 * stored and it can be refused at its own line. Undefined when all lines can be read. For after the engine has failed:
 * this looks at every byte in slow motion.
 */
export async function mendJsonLines(
  file: PreparedFile,
  { workDir, signal }: { readonly workDir: string; readonly signal: AbortSignal },
): Promise<PreparedFile | undefined> {
  await mkdir(workDir, { recursive: true })
  const path = join(workDir, `mended-${randomUUID()}.jsonl`)
  let bad = 0
  async function* lines(): AsyncGenerator<string> {
    let written = 0
    for await (const { line, text } of readLines(file.path, file.name)) {
      yield '\n'.repeat(line - written - 1)
      const good = isReadable(text)
      if (!good) bad++
      yield `${good ? text : JSON.stringify({ [unreadableLine]: text })}\n`
      written = line
    }
  }
  try {
    await pipeline(Readable.from(lines(), { objectMode: true }), createWriteStream(path, { highWaterMark: 1 << 20 }), { signal })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  if (bad > 0) return { ...file, path, unreadableLines: true }
  await rm(path, { force: true })
  return undefined
}

function isReadable(text: string): boolean {
  return readJsonRow(text) !== undefined && namesOnceAndFlat(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
}

/** No name stands twice in the outermost object, and nothing is nested too deep. The text is valid JSON. */
function namesOnceAndFlat(text: string): boolean {
  const names = new Set<string>()
  let depth = 0
  let nameNext = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') {
      const end = endOfString(text, at)
      if (nameNext) {
        const name = text.slice(at, end + 1)
        if (names.has(name)) return false
        names.add(name)
        nameNext = false
      }
      at = end
    } else if (letter === '{' || letter === '[') {
      if (++depth > maxDepth) return false
      nameNext = depth === 1
    } else if (letter === '}' || letter === ']') depth--
    else if (letter === ',' && depth === 1) nameNext = true
  }
  return true
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
