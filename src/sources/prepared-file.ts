import type { FileFormat } from './recipe.ts'

/** A file ready for the engine: plain UTF-8 (or Parquet), its shape known. */
export interface PreparedFile {
  /** The name people know it by. */
  readonly name: string
  /** Where the plain content is: the original where that can be used as it lies. */
  readonly path: string
  /** SHA-256 of the original bytes, hex. */
  readonly sha256: string
  /** Size of the original. */
  readonly bytes: number
  readonly format: Exclude<FileFormat, 'xes' | 'ocel'>
  /** For csv and tsv; otherwise ''. */
  readonly delimiter: string
  /** Names in file order; a repeated header gets " (2)". Empty for Parquet, which the engine describes. */
  readonly columns: readonly string[]
  /** JSON lines longer than what was looked at: rows further down may hold more columns. */
  readonly moreColumns?: boolean
  /** Parquet, once the engine has described it: its type of each column. */
  readonly types?: readonly string[]
  /** JSON lines of which some cannot be read; those stand wrapped in an object of their own. */
  readonly unreadableLines?: true
  /** Records (csv, tsv: a quoted field may span lines) before the first data row; 0 for the others. */
  readonly headerRows: number
  /** What was done or noticed on the way: "decoded from UTF-16LE", "header appears again at line 7". */
  readonly notes: readonly string[]
}
