import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface LockEntry {
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const lockText = readFileSync(`${root}/package-lock.json`, 'utf8')
const { packages } = JSON.parse(lockText) as { packages: Record<string, LockEntry> }
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { allowScripts: Record<string, boolean> }

test('the root holds at most twenty entries', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  expect(new Set(tracked.map((path) => path.split('/')[0])).size).toBeLessThanOrEqual(20)
})

test('the lock names no registry', () => {
  expect(lockText).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/)
})

test('the lock has an entry for every platform, so that npm ci accepts it everywhere', () => {
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  expect(wanted.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([])
})

test('every package with an install script is on the list of what may run', () => {
  const scripted = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript)
  const names = scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(names.filter((name) => !Object.hasOwn(manifest.allowScripts, name))).toEqual([])
})
