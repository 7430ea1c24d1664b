// From file to map: `wend discover` on one million events, with the memory of all its processes.
// node bench/discover.ts [EVENTS] [CUSTOMERS]
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLog } from './make-log.ts'
import { residentBytes } from './resident-bytes.ts'

const events = Number(process.argv[2] ?? 1_000_000)
const customers = Number(process.argv[3] ?? events / 10)
const directory = await mkdtemp(join(tmpdir(), 'wend-bench-'))
const csv = join(directory, 'log.csv')

try {
  await makeLog(csv, { events, customers })
  const start = performance.now()
  const args = [
    'src/cli/wend.ts',
    'discover',
    csv,
    '--columns',
    'customer=customer,touchpoint=touchpoint,time=time,channel=channel',
    '--out',
    join(directory, 'map.html'),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, residentBytes(child.pid!))), 50)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  const html = await stat(join(directory, 'map.html'))
  console.log(
    `discover, ${events.toLocaleString('en')} events (${((await stat(csv)).size / 1e6).toFixed(0)} MB): ${seconds.toFixed(1)} s, peak ${(peak / 1e9).toFixed(2)} GB in all processes, exit ${String(code)}, HTML ${(html.size / 1e3).toFixed(0)} kB`,
  )
} finally {
  await rm(directory, { recursive: true, force: true })
}
