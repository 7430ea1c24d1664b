// A registry that serves only this machine's platform leaves the other platforms' optional packages out of the lock,
// and `npm ci` then refuses it. This adds an entry for each (version, os, cpu, libc; no integrity, no address), so that
// the lock reads the same on every machine. Run it after every `npm install`: `npm run complete-lock`.
import { readFileSync, writeFileSync } from 'node:fs'

const lockFile = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockFile, 'utf8'))
const added = missingPlatformPackages(lock.packages)
for (const { name, version, dev } of added) lock.packages[`node_modules/${name}`] = platformEntry(name, version, dev)
for (const entry of Object.values(lock.packages)) delete entry.resolved
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added.length} platform packages added`)

function missingPlatformPackages(packages) {
  const missing = []
  for (const entry of Object.values(packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (!packages[`node_modules/${name}`]) missing.push({ name, version, dev: entry.dev })
  return missing
}

function platformEntry(name, version, dev) {
  const words = name.slice(name.indexOf('/') + 1).split('-')
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].includes(word))
  const cpu = words.find((word) => ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'].includes(word))
  if (!os || !cpu) throw new Error(`${name}: its name tells no platform; add its lock entry by hand`)
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc ? { libc: [libc] } : {}), optional: true, os: [os] }
}
