import './evidence.css'
import { ClipboardCopy, SquarePlus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PutEvidence } from '../../../contract/evidence.ts'
import { Button } from '../../ui/button.tsx'
import { useMay } from '../people/people-queries.ts'
import { evidenceToClipboard } from './evidence-payload.ts'
import { PutOnCardDialog } from './put-on-card-dialog.tsx'
import { useDragEvidence } from './use-drag-evidence.ts'

export interface PutOnCardProps {
  readonly payload: PutEvidence
  /** What it is, in words. */
  readonly what: string
  /** Where there is little room: copying is an icon. */
  readonly compact?: boolean
}

/** Puts a piece of evidence on a card: by a dialog, by dragging this onto a card, or over the clipboard. */
export function PutOnCard({ payload, what, compact = false }: PutOnCardProps) {
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const handle = useRef<HTMLSpanElement>(null)
  useDragEvidence(handle, payload)
  const may = useMay('edit-map')
  if (!may) return null
  const copy = (): void => {
    navigator.clipboard.writeText(evidenceToClipboard(payload)).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  }
  return (
    <span className="put-on-card" ref={handle}>
      <Button small onPress={() => setOpen(true)}>
        <SquarePlus size={14} aria-hidden />
        Put on a card
      </Button>
      <Button small look="quiet" onPress={copy} {...(compact ? { 'aria-label': 'Copy as evidence' } : {})}>
        <ClipboardCopy size={14} aria-hidden />
        <span role="status" className={compact && copied === 'no' ? 'visually-hidden' : undefined}>
          {copied === 'yes'
            ? 'Copied: paste it on a card'
            : copied === 'failed'
              ? 'The browser does not let Wend copy'
              : 'Copy as evidence'}
        </span>
      </Button>
      {open ? <PutOnCardDialog payload={payload} what={what} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}
