import { ImageUp, X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Asset } from '../../../contract/assets.ts'
import { offlineProblem, toProblem } from '../../api/problem-error.ts'
import { apiRoot } from '../../api/request.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

export interface PictureButtonProps {
  readonly picture: string | null
  readonly onChange: (picture: string | null) => void
}

/** Chooses a picture from this device, or takes it away. */
export function PictureButton({ picture, onChange }: PictureButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    try {
      onChange(await send(file))
      setError(undefined)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="picture-button no-print">
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          void choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button small look="quiet" isDisabled={busy} onPress={() => input.current?.click()}>
        <ImageUp size={14} aria-hidden />
        {busy ? 'Sending …' : picture ? 'Other picture' : 'Picture'}
      </Button>
      {picture ? (
        <IconButton label="Take the picture away" onPress={() => onChange(null)}>
          <X size={14} aria-hidden />
        </IconButton>
      ) : null}
      {error ? <ProblemNotice error={error} /> : null}
    </div>
  )
}

async function send(file: File): Promise<string> {
  const reply = await fetch(`${apiRoot}/assets`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  }).catch(() => {
    throw offlineProblem()
  })
  const text = await reply.text()
  if (!reply.ok) throw toProblem(reply.status, text)
  return (JSON.parse(text) as Asset).id
}
