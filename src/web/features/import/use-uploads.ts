import { useCallback, useRef, useState } from 'react'
import { uploadFile } from '../../api/upload-file.ts'

interface Known {
  readonly key: string
  readonly name: string
  readonly bytes: number
}
export type Uploaded = Known & { readonly state: 'stored'; readonly upload: string }
/** A file on its way to Wend. */
export type UploadState =
  | Uploaded
  | (Known & { readonly state: 'sending'; readonly sent: number })
  | (Known & { readonly state: 'failed'; readonly error: unknown })

export interface Uploads {
  readonly files: readonly UploadState[]
  readonly add: (files: readonly File[]) => void
  readonly remove: (key: string) => void
}

/** Sends files one after the other and remembers how far each is. */
export function useUploads(): Uploads {
  const [files, setFiles] = useState<readonly UploadState[]>([])
  const count = useRef(0)
  const stops = useRef(new Map<string, AbortController>())
  const queue = useRef<Promise<void>>(Promise.resolve())
  const put = useCallback((next: UploadState) => setFiles((old) => old.map((file) => (file.key === next.key ? next : file))), [])

  const send = useCallback(
    async (file: File, known: Known): Promise<void> => {
      const stop = stops.current.get(known.key)
      if (!stop || stop.signal.aborted) return
      try {
        const stored = await uploadFile(file, (sent) => put({ ...known, state: 'sending', sent }), stop.signal)
        put({ ...known, state: 'stored', upload: stored.upload })
      } catch (error) {
        if (!stop.signal.aborted) put({ ...known, state: 'failed', error })
      }
    },
    [put],
  )
  const add = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) {
        count.current += 1
        const known = { key: `file-${count.current}`, name: file.name, bytes: file.size }
        stops.current.set(known.key, new AbortController())
        setFiles((old) => [...old, { ...known, state: 'sending', sent: 0 }])
        queue.current = queue.current.then(() => send(file, known))
      }
    },
    [send],
  )
  const remove = useCallback((key: string) => {
    stops.current.get(key)?.abort()
    setFiles((old) => old.filter((file) => file.key !== key))
  }, [])
  return { files, add, remove }
}
