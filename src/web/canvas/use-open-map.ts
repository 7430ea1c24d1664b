import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { JourneyMap } from '../../journey/map.ts'
import { Editor } from './editor.ts'
import { LiveState } from './live-state.ts'
import { LiveMap, type LiveTopic } from './live.ts'
import { stillStore } from './map-store.ts'
import { View } from './view-state.ts'

export interface OpenedMap {
  readonly editor: Editor
  readonly view: View
  readonly state: LiveState
  /** What was typed and refused, until the person has taken it. */
  readonly refused: Refused | undefined
  readonly dismiss: () => void
}
export interface Refused {
  readonly message: string
  readonly kept: readonly string[]
}
interface Session {
  readonly number: number
  readonly refused: Refused | undefined
}

type Tell = (topic: LiveTopic) => void
const topicListeners = new Set<Tell>()

/** Calls `onTell` when the server says that something about the open map is to be asked for again. */
export function useLiveTopic(_mapId: string, topic: LiveTopic, onTell: () => void): void {
  const latest = useRef(onTell)
  useEffect(() => {
    latest.current = onTell
  })
  useEffect(() => {
    const listen: Tell = (told) => told === topic && latest.current()
    topicListeners.add(listen)
    return () => void topicListeners.delete(listen)
  }, [topic])
}

/** Opens a map: drawn at once as the server gave it, then live. A refused document is thrown away and opened anew. */
export function useOpenMap(mapId: string, map: JourneyMap): OpenedMap {
  const client = useQueryClient()
  const [first] = useState(map)
  const [session, setSession] = useState<Session>({ number: 0, refused: undefined })
  // A refused document's editor goes with it.
  // oxlint-disable-next-line react/exhaustive-deps
  const editor = useMemo(() => new Editor(stillStore(first)), [first, session.number])
  const [view] = useState(() => new View(mapId))
  const [state] = useState(() => new LiveState())
  useEffect(() => {
    const live = new LiveMap(mapId, {
      onReady: (doc) => editor.goLive(doc),
      onStatus: (next) => {
        editor.setReadOnly(next.readOnly)
        state.setStatus(next)
        const { trouble } = next
        if (trouble?.kind === 'refused')
          void live
            .discard()
            .then(() => setSession((old) => ({ number: old.number + 1, refused: { message: trouble.message, kept: trouble.kept } })))
      },
      onTell: (topic) => {
        for (const listen of topicListeners) listen(topic)
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(topic) })
      },
      onPeople: (now) => {
        editor.setPeople(now)
        state.setPeople(now)
      },
    })
    editor.serve({ onWhere: (where) => live.where(where) })
    return () => {
      live.close()
      editor.close()
    }
  }, [client, editor, mapId, state])
  return { editor, view, state, refused: session.refused, dismiss: () => setSession((old) => ({ ...old, refused: undefined })) }
}
