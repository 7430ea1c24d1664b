import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const wend = fileURLToPath(new URL('../../src/cli/wend.ts', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the real command line in `cwd`, with stdout and stderr as pipes; `data` is its data directory. */
export function runCli(args: readonly string[], { cwd, data }: { readonly cwd: string; readonly data: string }): Promise<Ran> {
  const child = spawn(process.execPath, [wend, ...args], {
    cwd,
    env: { ...process.env, WEND_DATA: data, WEND_DEBUG: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (parts.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (parts.err += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...parts }))
  })
}
