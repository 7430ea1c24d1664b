import type { FileFormat } from './recipe.ts'

/** A file ready for the engine: plain UTF-8 (or Parquet), its shape known. */
export interface PreparedFile {
  /** The name people know it by. */
  readonly name: string
  /** Where the plain content is. */
  readonly path: string
  /** SHA-256 of the original bytes, hex. */
  readonly sha256: string
  readonly bytes: number
  readonly format: Exclude<FileFormat, 'xes'>
  /** For csv and tsv. */
  readonly delimiter: string
  /** Names in file order; a repeated header gets " (2)". */
  readonly columns: readonly string[]
  /** Lines (csv, tsv) or rows before the first data row. */
  readonly headerRows: number
  /** What was done or noticed on the way: "decoded from UTF-16LE", "header appears again at line 7". */
  readonly notes: readonly string[]
}
