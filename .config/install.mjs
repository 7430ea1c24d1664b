// Runs before every npm script, on whatever Node the machine has: installs the dependencies when they are missing or
// no longer what package-lock.json says. Quiet and quick when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lock = join(root, 'package-lock.json')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.wend-installed')
const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')

if (!upToDate()) install()

function upToDate() {
  const npmsOwn = join(modules, '.package-lock.json')
  if (!existsSync(npmsOwn) || !existsSync(join(modules, '.bin', 'node'))) return false
  const installedByUs = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  return installedByUs || statSync(npmsOwn).mtimeMs >= statSync(lock).mtimeMs
}

function install() {
  const first = !existsSync(modules)
  console.log(
    first ? 'Installing dependencies (once; about half a minute, 1.1 GB on disk) …' : 'Dependencies changed; installing them again …',
  )
  const started = Date.now()
  const { status } = spawnSync(...npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']), {
    cwd: root,
    stdio: 'inherit',
    env: machineEnvironment(),
  })
  if (status !== 0) {
    console.error(
      'npm ci failed; its message is above. Wend needs Node 20 or newer, npm 10 or newer and a package registry that npm can reach.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

// The npm that called us, on the Node that it runs on: the Node inside node_modules is about to be replaced.
function npmCommand(args) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  return npm && node && !node.startsWith(modules) ? [node, [npm, ...args]] : ['npm', args]
}

function machineEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules))
  return { ...process.env, PATH: path.join(delimiter) }
}
