import './people.css'
import { Check, UserRoundPlus, UsersRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { PersonBadge } from './person-badge.tsx'
import { useChooseMe, useMe, usePeople } from './people-queries.ts'
import { roleWords } from './role-words.ts'

// Forms and dialogs are fetched when the first one opens.
const PeopleDialog = lazy(() => import('./people-dialog.tsx').then((module) => ({ default: module.PeopleDialog })))

/** Who this browser says it is; a menu to be somebody else. Nobody signs in yet, and the menu says so. */
export function WhoAmI() {
  const me = useMe()
  const people = usePeople()
  const choose = useChooseMe()
  const [open, setOpen] = useState(false)
  if (!me) return null
  const { person } = me
  const act = (key: string): void => {
    if (key === 'people') setOpen(true)
    else if (key !== String(person.id)) choose.mutate(Number(key))
  }
  return (
    <>
      <MenuTrigger>
        <Button className="who" aria-label={`${person.name} ${roleWords[person.role].name}: this is you. Change who you are`}>
          <PersonBadge person={person} />
          <span className="who-text">
            <span className="who-name">{person.name}</span> <span className="who-role">{roleWords[person.role].name}</span>
          </span>
        </Button>
        <Popover className="popover who-popover" placement="top start">
          <div className="who-menu">
            <p className="who-note">
              This is a name and not a lock: nobody signs in yet, so whoever uses this computer can be anybody in the list. The name is
              written beside what you change.
            </p>
            <Menu className="menu" aria-label="Who you are" onAction={(key) => act(String(key))}>
              <MenuSection>
                <Header className="visually-hidden">People</Header>
                {people.map((one) => (
                  <MenuItem key={one.id} id={String(one.id)} className="menu-item" textValue={one.name}>
                    <PersonBadge person={one} small />
                    <span className="who-choice">{one.name}</span>
                    <span className="menu-note">{roleWords[one.role].name}</span>
                    {one.id === person.id ? <Check size={15} aria-label="you" /> : <span className="who-no-check" />}
                  </MenuItem>
                ))}
              </MenuSection>
              <Separator className="who-line" />
              <MenuItem id="people" className="menu-item" textValue="People">
                {me.may.includes('manage-people') ? <UserRoundPlus size={17} aria-hidden /> : <UsersRound size={17} aria-hidden />}
                {me.may.includes('manage-people') ? 'Add people, change roles' : 'People and their roles'}
              </MenuItem>
            </Menu>
          </div>
        </Popover>
      </MenuTrigger>
      {open ? (
        <Suspense>
          <PeopleDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
