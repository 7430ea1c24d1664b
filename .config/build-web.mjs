// Builds the web app into dist/web when it is missing or older than what it is made of. `--force` builds always.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folders = ['journey', 'document', 'analysis', 'exports', 'contract', 'web'].map((folder) => `src/${folder}`)
const madeOf = [...folders, '.config/vite.config.ts', 'package-lock.json']
const stamp = join(root, 'dist', 'web.hash')
const wanted = hash()

if (process.argv.includes('--force') || !existsSync(join(root, 'dist', 'web', 'index.html')) || readStamp() !== wanted) build()

function build() {
  console.log('Building the web app …')
  const started = Date.now()
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '-c', '.config/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) {
    console.error('The web app could not be built; the message is above.')
    process.exit(1)
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
  console.log(`Web app built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
}

function hash() {
  const sum = createHash('sha256')
  for (const file of madeOf.flatMap((path) => filesUnder(join(root, path))).filter((path) => !/\.test\.tsx?$/.test(path)))
    sum
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return sum.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}
