import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface HeadCommand {
  readonly name: string
  readonly run: () => void
  readonly disabled?: boolean
}

/** What can be done with a stage, a step or a lane. */
export function HeadMenu({ label, commands }: { readonly label: string; readonly commands: readonly HeadCommand[] }) {
  return (
    <MenuTrigger>
      <Button className="head-menu" aria-label={label}>
        <Ellipsis size={14} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label={label}
          disabledKeys={commands.filter((one) => one.disabled).map((one) => one.name)}
          // The menu gives the focus back when it closes; what takes it next has to come after.
          onAction={(key) => setTimeout(() => commands.find((one) => one.name === key)?.run(), 30)}
        >
          {commands.map((one) => (
            <MenuItem key={one.name} id={one.name} className="menu-item">
              {one.name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
