import { afterAll, describe, expect, test } from 'vitest'
import { boundaries } from '../../.config/boundaries.ts'
import { guards, lint, plantedTree } from './planted-tree.ts'

/** Written by hand, apart from boundaries.ts: what each folder must not import. */
const illegal: Readonly<Record<string, readonly string[]>> = {
  journey: ['../analysis/x.ts', '../contract/x.ts', 'node:fs', 'react', 'zod'],
  analysis: ['../events/x.ts', '../sources/x.ts', 'node:fs', 'kysely'],
  simulate: ['../analysis/x.ts', '../events/x.ts', 'node:crypto'],
  sources: ['../exports/x.ts', '../events/x.ts', 'node:zlib'],
  exports: ['../sources/x.ts', '../web/x.ts', 'node:fs', 'react'],
  document: ['../exports/x.ts', '../app/x.ts', 'node:fs', 'react', '@hocuspocus/server'],
  contract: ['../app/x.ts', '../sources/x.ts', 'fastify', 'node:fs'],
  events: ['../state/x.ts', '../app/x.ts', '../http/x.ts', 'fastify', 'kysely'],
  state: ['../events/x.ts', '../analysis/x.ts', '@clickhouse/client', 'fastify'],
  app: [
    '../http/x.ts',
    '../cli/x.ts',
    '../web/x.ts',
    '../serve.ts',
    'react',
    'fastify',
    'node:http',
    'kysely',
    'chdb',
    '@clickhouse/client',
  ],
  http: ['../events/x.ts', '../state/x.ts', '../cli/x.ts', '../analysis/x.ts', 'kysely'],
  collab: ['../events/x.ts', '../state/x.ts', '../http/x.ts'],
  mcp: ['../events/x.ts', '../state/x.ts', '../http/x.ts'],
  cli: ['../events/x.ts', '../state/x.ts', '../http/x.ts', 'chdb'],
  web: ['../events/x.ts', '../state/x.ts', '../app/x.ts', '../http/x.ts', 'node:fs', '@clickhouse/client'],
}
const legal: Readonly<Record<string, readonly string[]>> = {
  analysis: ['../journey/x.ts', './other.ts'],
  contract: ['../journey/x.ts', '../analysis/x.ts', 'zod'],
  events: ['../journey/x.ts', '../analysis/x.ts', '../sources/x.ts', 'node:fs', '@clickhouse/client'],
  state: ['../journey/x.ts', 'kysely', 'node:sqlite'],
  app: ['../journey/x.ts', '../events/x.ts', '../state/x.ts', '../exports/x.ts', 'node:path'],
  http: ['../app/x.ts', '../contract/x.ts', 'fastify'],
  web: ['../journey/x.ts', '../exports/x.ts', '../contract/x.ts', 'react', '@tanstack/react-query'],
}
/** Ways around the arrow, all from src/journey. */
const detours = {
  'src/journey/type.ts': `import type { X } from '../events/x.ts'\nexport type Y = X\n`,
  'src/journey/again.ts': `export { x } from '../events/x.ts'\n`,
  'src/journey/all.ts': `export * from '../events/x.ts'\n`,
  'src/journey/later.ts': `export const later = (): Promise<unknown> => import('../events/x.ts')\n`,
  'src/journey/inline.ts': `export type X = import('../events/x.ts').X\n`,
  'src/journey/deep/er.ts': `import '../../events/x.ts'\n`,
  'src/journey/round.ts': `import './../journey/../events/x.ts'\n`,
  'src/journey/test.test.ts': `import '../events/x.ts'\n`,
}

const tree = plantedTree(detours)
for (const [kind, table] of Object.entries({ illegal, legal }))
  for (const [folder, specifiers] of Object.entries(table))
    specifiers.forEach((specifier, at) => tree.plant(`src/${folder}/${kind}-${at}.ts`, `import '${specifier}'\n`))
tree.plant('src/serve.ts', `import './events/x.ts'\nimport './http/x.ts'\nimport './state/x.ts'\n`)
const refused = new Map(
  lint(tree)
    .filter((problem) => problem.code === 'wend(arrow)')
    .map((problem) => [problem.filename, problem.message]),
)
afterAll(() => tree[Symbol.dispose]())

test('every folder of the table has an illegal import planted', () => {
  expect(Object.keys(illegal)).toEqual(boundaries.map((each) => each.folder))
})

describe('the linter refuses', () => {
  const planted = Object.entries(illegal).flatMap(([folder, specifiers]) => specifiers.map((specifier, at) => ({ folder, specifier, at })))
  test.for(planted)('$specifier in src/$folder, and says where to go instead', ({ folder, specifier, at }) => {
    const message = refused.get(`src/${folder}/illegal-${at}.ts`)
    expect(message).toContain(specifier.startsWith('.') ? specifier.replace('../', 'src/') : specifier)
    expect(message).toMatch(/\. (Take|Put|Join|Ask|Call) /)
  })
  test.for(Object.keys(detours))('the way around in %s', (file) => {
    expect(refused.has(file)).toBe(true)
  })
})

test('the linter lets every legal import pass, and the composition root import all', () => {
  expect([...refused.keys()].filter((file) => file.includes('legal-') && !file.includes('illegal-'))).toEqual([])
  expect(refused.has('src/serve.ts')).toBe(false)
})

test('a table of imports that is out of date is refused', () => {
  const place = '<!-- arrow: written by `npm run arrow` from .config/boundaries.ts -->\n<!-- /arrow -->\n'
  tree.plant('ARCHITECTURE.md', place)
  expect(tree.run(guards.arrow)).toMatchObject({ passed: false, output: expect.stringContaining('npm run arrow') })
  expect(tree.run([...guards.arrow, '--write']).passed).toBe(true)
  expect(tree.run(guards.arrow).passed).toBe(true)
})
