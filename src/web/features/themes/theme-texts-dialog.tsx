import { useState } from 'react'
import type { ThemeTextsQuestion } from '../../../journey/methods/themes.ts'
import { formatDate } from '../../../exports/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Pager } from '../../ui/pager.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useMethod } from '../explore/use-method.ts'

export type OpenedTexts = Omit<ThemeTextsQuestion, 'question' | 'events' | 'journeys' | 'limit' | 'offset'> & { readonly label: string }

const limit = 50

/** The texts behind a number, each with who, when, where and the line it was read from. */
export function ThemeTextsDialog({ opened, onClose }: { readonly opened: OpenedTexts; readonly onClose: () => void }) {
  const [offset, setOffset] = useState(0)
  const { label, ...asked } = opened
  const method = useMethod<'theme-texts'>({ question: 'theme-texts', ...asked, limit, offset })
  return (
    <Dialog title={label} isOpen onClose={onClose} place="side">
      <MethodPanel method={method}>
        {({ rows, total }) => (
          <div className="stack">
            <ol className="theme-texts">
              {rows.map((row) => (
                <li key={`${row.file} ${row.line} ${row.highlight ?? ''}`}>
                  <blockquote>{row.text}</blockquote>
                  <p className="faint small">
                    {row.highlight === undefined
                      ? `${row.customer}, ${formatDate(row.time)}, ${row.touchpoint}${row.score === null ? '' : `, ${row.score} (${row.scale})`}. ${row.file}, line ${row.line}`
                      : `Interview “${row.file}”, ${formatDate(row.time)}`}
                  </p>
                </li>
              ))}
            </ol>
            <Pager total={total} limit={limit} offset={offset} onMove={setOffset} />
          </div>
        )}
      </MethodPanel>
    </Dialog>
  )
}
