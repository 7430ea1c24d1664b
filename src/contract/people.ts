import { z } from 'zod'
import { pageOf } from './page.ts'
import { roles } from './workspace.ts'

const roleSchema = z
  .enum(roles)
  .describe('owner: everything. editor: everything but people, settings and deleting maps. commenter: look and comment. viewer: look')
const nameSchema = z.string().trim().min(1).max(80).describe('Unique in the workspace')
const personIdSchema = z.int().min(1).max(2_147_483_647)

export const personSchema = z.object({ id: personIdSchema, name: z.string(), role: roleSchema }).meta({ id: 'Person' })
export type Person = z.output<typeof personSchema>
export const personListSchema = pageOf(personSchema).meta({ id: 'PersonList' })

export const newPersonSchema = z.object({ name: nameSchema, role: roleSchema.default('editor') }).meta({ id: 'NewPerson' })
export type NewPerson = z.output<typeof newPersonSchema>

export const changePersonSchema = z
  .object({ name: z.exactOptional(nameSchema), role: z.exactOptional(roleSchema) })
  .meta({ id: 'ChangePerson' })
export type ChangePerson = z.output<typeof changePersonSchema>

export const personParamsSchema = z.object({ id: z.coerce.number().pipe(personIdSchema) })

export const actions = [
  'look',
  'comment',
  'import',
  'define',
  'discover',
  'edit-map',
  'delete-map',
  'edit-workspace',
  'manage-people',
  'change-settings',
] as const

/** Who this browser says it is, and what the role allows, so that screens offer only what will be done. */
export const meSchema = z
  .object({
    person: personSchema,
    may: z.array(z.enum(actions)),
    chosen: z.boolean().describe('False: nobody was chosen, so it is the owner'),
  })
  .meta({ id: 'Me' })
export type Me = z.output<typeof meSchema>

export const chooseMeSchema = z.object({ person: personIdSchema }).meta({ id: 'ChooseMe' })
