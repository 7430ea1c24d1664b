import { Check, FilePlus2, X } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatBytes } from './format-bytes.ts'
import type { Uploads, UploadState } from './use-uploads.ts'

/** Where files are dropped or chosen, and how far each has gone. */
export function DropFiles({ uploads, limit }: { readonly uploads: Uploads; readonly limit: number | undefined }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    uploads.add([...event.dataTransfer.files])
  }
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is an addition; the button inside does the same
    <section
      className={classNames('drop', over && 'drop-over', uploads.files.length > 0 && 'drop-small')}
      aria-label="Files"
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
    >
      <div className="drop-call">
        <FilePlus2 size={uploads.files.length > 0 ? 20 : 30} strokeWidth={1.6} aria-hidden />
        <p>
          <strong>Drop files here</strong> or{' '}
          <button type="button" className="link-button" onClick={() => input.current?.click()}>
            choose them
          </button>
        </p>
        <p className="small faint">
          CSV, TSV, JSON lines, Parquet, XES, also as .gz. Several at once when they belong together.
          {limit === undefined ? '' : ` Up to ${formatBytes(limit)} each.`}
        </p>
        <input
          ref={input}
          type="file"
          multiple
          className="visually-hidden"
          aria-label="Choose files"
          tabIndex={-1}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      {uploads.files.length > 0 ? (
        <ul className="upload-list" aria-live="polite">
          {uploads.files.map((file) => (
            <UploadLine key={file.key} file={file} onRemove={() => uploads.remove(file.key)} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function UploadLine({ file, onRemove }: { readonly file: UploadState; readonly onRemove: () => void }) {
  return (
    <li className="upload-line">
      <span className="upload-name">{file.name}</span>
      <span className="faint small numeric">
        {file.state === 'sending' && file.sent > 0 ? `${formatBytes(file.sent)} of ${formatBytes(file.bytes)}` : formatBytes(file.bytes)}
      </span>
      {file.state === 'sending' ? (
        <span
          className="progress upload-progress"
          role="progressbar"
          aria-label={`Sending ${file.name}`}
          aria-valuemin={0}
          aria-valuemax={file.bytes}
          aria-valuenow={file.sent}
        >
          <span style={{ width: `${(file.sent / Math.max(1, file.bytes)) * 100}%` }} />
        </span>
      ) : null}
      {file.state === 'stored' ? <Check size={16} className="upload-done" aria-label="received" /> : null}
      <IconButton label={`Remove ${file.name}`} onPress={onRemove}>
        <X size={15} aria-hidden />
      </IconButton>
      {file.state === 'failed' ? <ProblemNotice error={file.error} /> : null}
    </li>
  )
}
