import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly small?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Button({ look = 'plain', small = false, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames('button', `button-${look}`, small && 'button-small', className)}>
      {children}
    </AriaButton>
  )
}

/** A button that shows only an icon: its label is its name and its tooltip. */
export function IconButton({ label, children, className, ...rest }: Omit<ButtonProps, 'look'> & { readonly label: string }) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton {...rest} aria-label={label} className={classNames('icon-button', className)}>
        {children}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
