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

export interface IconButtonProps extends Omit<ButtonProps, 'look'> {
  readonly label: string
  /** Without a tooltip; for dialogs, where the first Escape would close the tooltip and not the dialog. */
  readonly bare?: boolean
}

/** A button that shows only an icon: its label is its name and its tooltip. */
export function IconButton({ label, children, className, bare = false, ...rest }: IconButtonProps) {
  const button = (
    <AriaButton {...rest} aria-label={label} className={classNames('icon-button', className)}>
      {children}
    </AriaButton>
  )
  if (bare) return button
  return (
    <TooltipTrigger delay={400}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
