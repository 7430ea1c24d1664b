import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory of a process and all its descendants, in bytes; shared pages count in each. Linux only. */
export function residentBytes(root: number): number {
  const parents = new Map<number, number>()
  const sizes = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const fields = read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')
    if (!fields) continue
    parents.set(pid, Number(fields[1]))
    sizes.set(pid, Number(fields[21]) * 4096)
  }
  const below = (pid: number): boolean => pid === root || (parents.has(pid) && parents.get(pid) !== 0 && below(parents.get(pid)!))
  return [...sizes].reduce((sum, [pid, size]) => sum + (below(pid) ? size : 0), 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended between listing and reading.
    return ''
  }
}
