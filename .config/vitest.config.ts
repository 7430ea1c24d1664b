import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What `npm test` runs, in this order: cheap and near first, so that a plain mistake shows early. */
const projects = [
  { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], timeout: 60_000 },
  {
    name: 'guards',
    include: ['test/guards/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/*.test.ts', '.config/**/*.test.ts'],
    timeout: 120_000,
  },
  { name: 'real', include: ['test/real/**/*.test.ts'], timeout: 180_000 },
  { name: 'truth', include: ['test/truth/**/*.test.ts'], timeout: 180_000 },
  { name: 'faults', include: ['test/faults/**/*.test.ts'], timeout: 180_000 },
  { name: 'e2e', include: ['test/e2e/**/*.test.ts'], timeout: 240_000 },
] as const

export default defineConfig({
  root,
  test: {
    reporters: ['default', './.config/reporter.ts'],
    /** Engine processes weigh up to a gigabyte each; two at a time fit everywhere. */
    maxWorkers: 2,
    projects: projects.map(({ name, include, timeout }, order) => ({
      test: {
        name,
        root,
        include: [...include],
        environment: 'node',
        pool: 'forks',
        testTimeout: timeout,
        hookTimeout: timeout,
        teardownTimeout: 30_000,
        sequence: { groupOrder: order },
      },
    })),
  },
})
