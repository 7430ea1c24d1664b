import { describe, expect, test } from 'vitest'
import { guards, plantedTree } from './planted-tree.ts'

describe('the compiler refuses in a pure folder', () => {
  test.for([
    'process.pid',
    'fetch("/")',
    'document.title',
    'setTimeout(() => 0, 1)',
    'console.log(1)',
    'Buffer.from("")',
    '(await import("node:fs")).statSync',
  ])('%s', (use) => {
    using tree = plantedTree({ 'src/journey/planted.ts': `export const planted: unknown = ${use}\n` })
    expect(tree.run(guards.pureTypes)).toMatchObject({ passed: false, output: expect.stringContaining('src/journey/planted.ts') })
  })

  test('and lets plain code pass', () => {
    using tree = plantedTree({ 'src/journey/planted.ts': `export const planted: number = [1, 2].toSpliced(0, 1).length\n` })
    expect(tree.run(guards.pureTypes)).toEqual({ passed: true, output: '' })
  })
})

describe('the search for dead code', () => {
  const serve = { 'src/serve.ts': `import { used } from './journey/used.ts'\nused()\n` }
  const used = `export const used = (): number => 1\n`

  test('refuses an export that nobody uses', () => {
    using tree = plantedTree({ ...serve, 'src/journey/used.ts': `${used}export const forgotten = 1\n` })
    expect(tree.run([...guards.dead, '--include', 'exports'])).toMatchObject({
      passed: false,
      output: expect.stringMatching(/forgotten\s+src\/journey\/used\.ts/),
    })
  })

  test('refuses a file that nobody imports', () => {
    using tree = plantedTree({ ...serve, 'src/journey/used.ts': used, 'src/journey/island.ts': used })
    expect(tree.run([...guards.dead, '--include', 'files'])).toMatchObject({
      passed: false,
      output: expect.stringContaining('src/journey/island.ts'),
    })
  })

  test('refuses a package that package.json does not list', () => {
    using tree = plantedTree({ ...serve, 'src/journey/used.ts': `import 'left-pad'\n${used}` })
    expect(tree.run([...guards.dead, '--include', 'unlisted,unresolved'])).toMatchObject({
      passed: false,
      output: expect.stringContaining('left-pad'),
    })
  })

  test('lets used code pass', () => {
    using tree = plantedTree({ ...serve, 'src/journey/used.ts': used })
    expect(tree.run([...guards.dead, '--include', 'exports,unlisted'])).toMatchObject({ passed: true })
  })
})

describe('the check of the documentation', () => {
  const source = { 'examples/move.ts': `const before = 1\n// region move\nexport const move = 2\n// endregion move\n` }
  const quote = (code: string): string => `<!-- region examples/move.ts#move -->\n\`\`\`ts\n${code}\n\`\`\`\n`
  const check = (page: string): { passed: boolean; output: string } => {
    using tree = plantedTree({ ...source, 'docs/page.md': page, 'docs/other.md': '# Other page\n' })
    return tree.run(guards.docs)
  }

  test('lets a true page pass', () => {
    const page = `${quote('export const move = 2')}\nRun \`npm run check\`, see [other](other.md#other-page), [site](https://example.org).\n`
    expect(check(page)).toMatchObject({ passed: true })
  })

  test.for([
    {
      what: 'a code fence that drifted',
      page: quote('export const move = 3'),
      says: 'docs/page.md:1: the quoted code differs from examples/move.ts#move',
    },
    {
      what: 'a region that is gone',
      page: quote('x').replace('#move', '#gone'),
      says: 'quotes examples/move.ts#gone, which does not exist',
    },
    { what: 'a marker without its fence', page: '<!-- region examples/move.ts#move -->\n', says: 'has no code fence' },
    { what: 'a dead link', page: 'x\n[gone](gone.md)\n', says: 'docs/page.md:2: links to gone.md, which does not exist' },
    { what: 'a dead picture', page: '<img alt="map" src="map.png">\n', says: 'links to map.png, which does not exist' },
    { what: 'a link to a heading that is gone', page: '[gone](other.md#gone)\n', says: 'links to other.md#gone: no such heading' },
    { what: 'a script that does not exist', page: 'Run `npm run dance`.\n', says: 'package.json has no script `dance`' },
  ])('refuses $what', ({ page, says }) => {
    expect(check(page)).toMatchObject({ passed: false, output: expect.stringContaining(says) })
  })
})

test('the formatter refuses a file in another form', () => {
  using tree = plantedTree({ 'src/journey/form.ts': `export const form = "double";\n` })
  expect(tree.run(guards.format)).toMatchObject({ passed: false, output: expect.stringContaining('src/journey/form.ts') })
})
