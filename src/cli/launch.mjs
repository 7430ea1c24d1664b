#!/usr/bin/env node
// `npx wend`: runs the command line on the Node that comes with Wend, whatever Node the machine has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const node = join(here, '..', '..', 'node_modules', 'node', 'bin', 'node')
if (!existsSync(node)) {
  process.stderr.write('Wend is not installed yet: run `npm ci` in its folder first.\n')
  process.exit(1)
}

const child = spawn(node, [join(here, 'wend.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal))
child.on('error', (error) => {
  process.stderr.write(`Wend could not start ${node}: ${error.message}\n`)
  process.exitCode = 1
})
child.on('exit', (code, signal) => {
  if (signal === null) process.exitCode = code ?? 1
  else {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  }
})

// Ctrl-C reaches the whole process group by itself; sending it twice would mean "stop at once".
function forward(signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return
  child.kill(signal)
}
