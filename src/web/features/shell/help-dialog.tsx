import { Fragment } from 'react'
import { standings } from '../../../exports/tokens.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { commands } from '../../canvas/commands.ts'
import { shortcutList } from './shortcuts.ts'

export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard, and how to read a map" isOpen={isOpen} onClose={onClose}>
      <KeyList lines={shortcutList} />
      <h3 className="help-head">On a map</h3>
      <KeyList lines={commands.flatMap(({ name, keys }) => (keys.length > 0 ? [{ keys, what: name }] : []))} />
      <h3 className="help-head">What a card rests on</h3>
      <dl className="help-keys">
        {Object.entries(standings).map(([kind, look]) => (
          <Fragment key={kind}>
            <dt>
              <span className="standing-sample" data-standing={kind} />
              {look.label}
            </dt>
            <dd>{look.meaning}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="note help-head">Every underlined number opens the list behind it, and the list has exactly that length.</p>
    </Dialog>
  )
}

function KeyList({ lines }: { readonly lines: readonly { readonly keys: readonly string[]; readonly what: string }[] }) {
  return (
    <dl className="help-keys">
      {lines.map((line) => (
        <Fragment key={line.what}>
          <dt>
            {line.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{line.what}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
