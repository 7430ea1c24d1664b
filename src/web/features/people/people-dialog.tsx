import './people.css'
import { useState } from 'react'
import type { Person } from '../../../contract/people.ts'
import type { Role } from '../../../contract/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { PersonBadge } from './person-badge.tsx'
import { useAddPerson, useChangePerson, useMay, usePeople } from './people-queries.ts'
import { roleChoices, rolesSentence, roleWords } from './role-words.ts'

/** Everybody of the workspace with their role; an owner adds, renames and changes roles here. */
export function PeopleDialog({ onClose }: { readonly onClose: () => void }) {
  const people = usePeople()
  const manages = useMay('manage-people')
  const change = useChangePerson()
  return (
    <Dialog title="People" isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">
          {manages
            ? 'A role says what somebody may do. Until there is sign-in it keeps honest people from slips; it does not keep anybody out.'
            : 'Only an owner adds people and changes roles.'}
        </p>
        <p className="soft small">{rolesSentence}</p>
        <ul className="people-list">
          {people.map((person) => (
            <li key={person.id} className="people-line">
              <PersonBadge person={person} />
              {manages ? (
                <PersonForm key={`${person.name}/${person.role}`} person={person} onChange={(next) => change.mutate(next)} />
              ) : (
                <>
                  <span className="who-choice">{person.name}</span>
                  <span className="soft small">{roleWords[person.role].name}</span>
                </>
              )}
            </li>
          ))}
        </ul>
        {change.isError ? <ProblemNotice error={change.error} /> : null}
        {manages ? <AddPerson /> : null}
      </div>
    </Dialog>
  )
}

function PersonForm({ person, onChange }: { readonly person: Person; readonly onChange: (person: Person) => void }) {
  const [name, setName] = useState(person.name)
  const rename = (): void => {
    if (name.trim() !== '' && name.trim() !== person.name) onChange({ ...person, name: name.trim() })
  }
  return (
    <div className="people-fields" onBlur={rename}>
      <TextField label={`Name of ${person.name}`} hideLabel value={name} onChange={setName} onEnter={rename} />
      <SelectField
        label={`Role of ${person.name}`}
        hideLabel
        value={person.role}
        choices={roleChoices}
        onChange={(role) => onChange({ ...person, role: role as Role })}
      />
    </div>
  )
}

function AddPerson() {
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const add = useAddPerson()
  const submit = (): void => {
    if (name.trim() !== '') add.mutate({ name: name.trim(), role }, { onSuccess: () => setName('') })
  }
  return (
    <div className="stack people-add">
      <h3>Add a person</h3>
      <div className="people-fields">
        <TextField label="Name" value={name} onChange={setName} onEnter={submit} placeholder="Ada Lovelace" />
        <SelectField label="Role" value={role} choices={roleChoices} onChange={(next) => setRole(next as Role)} />
      </div>
      {add.isError ? <ProblemNotice error={add.error} /> : null}
      <div>
        <Button look="primary" isDisabled={name.trim() === '' || add.isPending} onPress={submit}>
          Add
        </Button>
      </div>
    </div>
  )
}
