import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))
/** Stands for npm: writes down how it was called and leaves what npm leaves. */
const npm = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('calls', process.argv.slice(2, 3) + '\\n')
if (process.env.FAIL) process.exit(1)
mkdirSync('node_modules/.bin', { recursive: true })
writeFileSync('node_modules/.bin/node', '')
writeFileSync('node_modules/.package-lock.json', '{}')
`
let clone = ''

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'wend-install-'))
  mkdirSync(join(clone, '.config'))
  cpSync(join(project, '.config', 'install.mjs'), join(clone, '.config', 'install.mjs'))
  writeFileSync(join(clone, 'npm.cjs'), npm)
  writeFileSync(join(clone, 'calls'), '')
  writeLock('{"first":1}', 0)
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

function writeLock(text: string, minutesFromNow: number): void {
  writeFileSync(join(clone, 'package-lock.json'), text)
  const time = Date.now() / 1000 + minutesFromNow * 60
  utimesSync(join(clone, 'package-lock.json'), time, time)
}

function install(environment: Readonly<Record<string, string>> = {}): {
  status: number | null
  stdout: string
  stderr: string
  calls: string
} {
  const env = { ...process.env, npm_execpath: join(clone, 'npm.cjs'), npm_node_execpath: process.execPath, ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, '.config', 'install.mjs')], {
    cwd: clone,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, calls: readFileSync(join(clone, 'calls'), 'utf8') }
}

test('installs in a fresh clone and says so', () => {
  expect(install()).toMatchObject({ status: 0, calls: 'ci\n', stdout: expect.stringContaining('Installing dependencies') })
})

test('does nothing and says nothing the second time, nor when the lock was only touched', () => {
  install()
  writeLock('{"first":1}', 10)
  expect(install()).toMatchObject({ status: 0, calls: 'ci\n', stdout: '' })
})

test('installs again when the lock has changed', () => {
  install()
  writeLock('{"second":2}', 10)
  expect(install()).toMatchObject({ status: 0, calls: 'ci\nci\n', stdout: expect.stringContaining('Dependencies changed') })
})

test('stops with a remedy when npm fails', () => {
  expect(install({ FAIL: '1' })).toMatchObject({ status: 1, stderr: expect.stringContaining('npm ci failed') })
})
