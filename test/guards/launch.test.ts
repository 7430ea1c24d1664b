import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))
let clone = ''

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'wend-launch-'))
  mkdirSync(join(clone, 'src', 'cli'), { recursive: true })
  writeFileSync(join(clone, 'package.json'), '{"type":"module"}')
  cpSync(join(project, 'src', 'cli', 'launch.mjs'), join(clone, 'src', 'cli', 'launch.mjs'))
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

function installed(wend: string): string {
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'))
  writeFileSync(join(clone, 'src', 'cli', 'wend.ts'), wend)
  return join(clone, 'src', 'cli', 'launch.mjs')
}
const started = (child: ChildProcess): Promise<unknown> =>
  child.stdout ? once(child.stdout, 'data') : Promise.reject(new Error('no output'))

test('runs the command line on the Node that comes with Wend, with its arguments, and hands back its exit code', () => {
  const launch = installed(`const words: string[] = process.argv.slice(2)\nconsole.log(process.version, ...words)\nprocess.exitCode = 7\n`)
  const { status, stdout } = spawnSync(process.execPath, [launch, 'ask', 'two words'], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 7, stdout: expect.stringMatching(/^v24\.\S+ ask two words\n$/) })
})

test('hands on the signal to stop, and the exit code that follows from it', async () => {
  const launch = installed(`process.on('SIGTERM', () => process.exit(5))\nsetInterval(() => {}, 1000)\nconsole.log('ready')\n`)
  const child = spawn(process.execPath, [launch], { stdio: ['ignore', 'pipe', 'inherit'] })
  await started(child)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([5, null])
})

test('dies of the signal that its command line dies of', async () => {
  const launch = installed(`console.log('ready')\nprocess.kill(process.pid, 'SIGKILL')\n`)
  const child = spawn(process.execPath, [launch], { stdio: ['ignore', 'pipe', 'inherit'] })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
})

test('says what to do when nothing is installed', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'src', 'cli', 'launch.mjs')], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'Wend is not installed yet: run `npm ci` in its folder first.\n' })
})
