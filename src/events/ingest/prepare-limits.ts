/** How much a file may demand. */
export interface PrepareLimits {
  /** Size of the file as it is given. */
  readonly maxBytes: number
  /** Size after unpacking or converting. */
  readonly maxUnpackedBytes: number
  /** Unpacked over packed bytes; looked at only after `ratioAfterBytes` unpacked bytes. */
  readonly maxRatio: number
  readonly ratioAfterBytes: number
}

export const defaultPrepareLimits: PrepareLimits = {
  maxBytes: 1_000_000_000_000,
  maxUnpackedBytes: 1_000_000_000_000,
  maxRatio: 200,
  ratioAfterBytes: 64 * 1024 * 1024,
}

/** What a file's preparation is given. */
export interface PrepareOptions {
  /** Unpacked and converted files are written here; made if absent. */
  readonly workDir: string
  readonly limits?: Partial<PrepareLimits>
  readonly signal: AbortSignal
  /** Bytes of the original read so far. */
  readonly onProgress?: (progress: { readonly bytes: number; readonly totalBytes: number }) => void
}

/** What the steps of a preparation share. */
export interface Preparation {
  readonly name: string
  readonly workDir: string
  readonly limits: PrepareLimits
  readonly signal: AbortSignal
  readonly progress: (bytes: number) => void
  readonly notes: string[]
  /** Files made on the way; all but the final one are removed, and that one too when the file is refused. */
  readonly made: string[]
}
