import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'

export interface FilterPopoverProps {
  readonly title: string
  readonly active: number
  /** The sentence that says what this filter does and what it does not. */
  readonly sentence: string
  readonly children: ReactNode
}

export function FilterPopover({ title, active, sentence, children }: FilterPopoverProps) {
  return (
    <DialogTrigger>
      <Button className="button filter-button" data-active={active > 0 || undefined}>
        {title}
        {active > 0 ? <span className="filter-count">{active}</span> : null}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover filter-popover" placement="bottom start">
        <Dialog className="filter-dialog">
          <Heading slot="title" className="filter-title">
            {title}
          </Heading>
          <p className="soft small">{sentence}</p>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
