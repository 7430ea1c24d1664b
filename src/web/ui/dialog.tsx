import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'

export interface DialogProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
  /** `side`: a drawer at the right edge (the whole screen on a phone). */
  readonly place?: 'centre' | 'side'
  readonly lead?: ReactNode
}

/** A dialog that takes the focus, keeps it and gives it back; Escape and a click outside close it. */
export function Dialog({ title, isOpen, onClose, children, wide = false, place = 'centre', lead }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={classNames('overlay', `overlay-${place}`)}
    >
      <Modal className={classNames('modal', `modal-${place}`, wide && 'modal-wide')}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            {lead}
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton bare label="Close" onPress={onClose}>
              <X size={18} aria-hidden />
            </IconButton>
          </header>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
