export type FileProblemCode =
  | 'missing'
  | 'directory'
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'archive'
  | 'spreadsheet'
  | 'unknown'
  | 'too-large'
  | 'bomb'
  | 'truncated'
  | 'bad-content'
  | 'no-space'

/** Why a file cannot be imported. `message` names the file and the remedy and can be shown as it is. */
export interface FileProblem {
  readonly code: FileProblemCode
  readonly file: string
  /** 1-based, where the trouble starts; absent when it is the file as a whole. */
  readonly line?: number
  readonly message: string
}

/** Carries a problem out of a stream, where only throwing ends the work; `prepareFile` turns it back into a value. */
export class RefusedFile extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem.message)
    this.problem = problem
  }
}

export function refuseFile(code: FileProblemCode, file: string, what: { readonly message: string; readonly line?: number }): RefusedFile {
  const place = what.line === undefined ? file : `${file}, line ${what.line}`
  return new RefusedFile({ code, file, ...(what.line === undefined ? {} : { line: what.line }), message: `${place}: ${what.message}` })
}

/** An error of the operating system in words; undefined when it is none that a person can do something about. */
export function systemProblem(error: unknown, file: string): FileProblem | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const known = typeof code === 'string' ? systemErrors[code] : undefined
  return known && { code: known[0], file, message: `${file}: ${known[1]}` }
}

const systemErrors: Readonly<Record<string, readonly [FileProblemCode, string]>> = {
  ENOENT: ['missing', 'is not there (any more): check the path'],
  ENOTDIR: ['missing', 'is not there: a part of its path is no folder'],
  ENAMETOOLONG: ['missing', 'has a path that is too long'],
  ELOOP: ['missing', 'is a link that leads back to itself'],
  EISDIR: ['directory', 'is a folder: name the files inside it'],
  EACCES: ['unreadable', 'cannot be read: you lack the permission for it'],
  EPERM: ['unreadable', 'cannot be read: you lack the permission for it'],
  EIO: ['unreadable', 'cannot be read: the disk reports an error'],
  ENOSPC: ['no-space', 'cannot be unpacked or converted: the disk is full'],
  EDQUOT: ['no-space', 'cannot be unpacked or converted: the disk quota is used up'],
  EFBIG: ['too-large', 'is too large for this file system'],
}
