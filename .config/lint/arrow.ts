import { dirname, join, relative } from 'node:path'
import { boundaries, type Boundary, compositionRoots, testing } from '../boundaries.ts'
import type { Node, Rule, RuleContext } from './rule.ts'

/** Refuses an import that the table in boundaries.ts does not allow: static, re-exported, dynamic, or of a type only. */
export const arrow: Rule = {
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/')
    const boundary = boundaries.find((each) => file.startsWith(`src/${each.folder}/`))
    if (!boundary || compositionRoots.includes(file)) return {}
    const check = (node: Node): void => checkImport({ context, file, boundary, node })
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

interface Import {
  readonly context: RuleContext
  readonly file: string
  readonly boundary: Boundary
  readonly node: Node
}

function checkImport({ context, file, boundary, node }: Import): void {
  const specifier = node.source?.value ?? node.argument?.value
  if (typeof specifier !== 'string') return
  const test = /\.test\.tsx?$/.test(file)
  const reason = specifier.startsWith('.')
    ? refuseFile(boundary, join(dirname(file), specifier), test)
    : refusePackage(boundary, specifier, test)
  if (reason) context.report({ node, message: `${reason} ${boundary.instead}` })
}

function refuseFile(boundary: Boundary, target: string, test: boolean): string | undefined {
  const [top, folder, ...rest] = target.replaceAll('\\', '/').split('/')
  if (top === 'test' && test) return undefined
  const name = rest.length === 0 ? undefined : folder
  if (top === 'src' && name !== undefined) {
    if (name === boundary.folder || boundary.folders.includes(name)) return undefined
    if (test && testing.includes(name)) return undefined
  }
  return `src/${boundary.folder} may import ${list(boundary.folders)} of src, not ${target}.`
}

function refusePackage(boundary: Boundary, specifier: string, test: boolean): string | undefined {
  if (test) return undefined
  const allowed = (boundary.packages.includes('*') || names(boundary.packages, specifier)) && !names(boundary.notPackages ?? [], specifier)
  return allowed ? undefined : `src/${boundary.folder} may not import '${specifier}': it must never ${boundary.never}.`
}

function names(packages: readonly string[], specifier: string): boolean {
  return packages.some((name) => (/[/:]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`)))
}

function list(folders: readonly string[]): string {
  return folders.length === 0 ? 'nothing' : `only ${folders.join(', ')}`
}
