import { err, ok, type Result } from '../journey/result.ts'
import { listOf } from './nearest-names.ts'
import type { RecipeProblem } from './recipe-problem.ts'
import type { Recipe } from './recipe.ts'

/**
 * Gives each alias of a recipe its file by the globs. Problems: a glob that matches no file or several. Files that no glob
 * matches are returned as `unused`.
 */
export function matchFiles<F extends { readonly name: string }>(
  recipe: Recipe,
  files: readonly F[],
): Result<{ readonly files: Readonly<Record<string, F>>; readonly unused: readonly F[] }, readonly RecipeProblem[]> {
  const problems: RecipeProblem[] = []
  const matched: Record<string, F> = {}
  for (const [alias, { match }] of Object.entries(recipe.files)) {
    const fitting = files.filter((file) => globFits(match, file.name))
    const exact = fitting.filter((file) => baseName(file.name) === match)
    const [first, ...others] = exact.length === 1 ? exact : fitting
    const field = `files.${alias}`
    if (!first)
      problems.push({
        line: null,
        field,
        message: `"${match}" matches none of the files (${shortList(files)}): give that file, or change "match"`,
      })
    else if (others.length > 0)
      problems.push({
        line: null,
        field,
        message: `"${match}" matches ${others.length + 1} files (${shortList([first, ...others])}): make "match" narrower, or import them one after the other`,
      })
    else matched[alias] = first
  }
  if (problems.length > 0) return err(problems)
  const used = new Set(Object.values(matched))
  return ok({ files: matched, unused: files.filter((file) => !used.has(file)) })
}

/** Whether a glob (`*`: any letters, `?`: one letter; case counts not) fits a file's name, without its folders. */
export function globFits(glob: string, name: string): boolean {
  const text = baseName(name).toLowerCase()
  const pattern = glob.toLowerCase()
  // Greedy with one step back to the latest star: linear in practice, and no pattern can make it exponential.
  let at = 0
  let p = 0
  let star = -1
  let starAt = 0
  while (at < text.length) {
    if (p < pattern.length && (pattern[p] === '?' || (pattern[p] === text[at] && pattern[p] !== '*'))) {
      at++
      p++
    } else if (pattern[p] === '*') {
      star = p++
      starAt = at
    } else if (star >= 0) {
      p = star + 1
      at = ++starAt
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

const baseName = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)

function shortList(files: readonly { readonly name: string }[]): string {
  const names = files.slice(0, 6).map((file) => file.name)
  return files.length > names.length ? `${names.join(', ')}, ...` : listOf(names)
}
