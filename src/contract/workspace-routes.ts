import { pageQuerySchema } from './page.ts'
import {
  changePersonSchema,
  chooseMeSchema,
  meSchema,
  newPersonSchema,
  personListSchema,
  personParamsSchema,
  personSchema,
} from './people.ts'
import { json, route, type RouteSpec } from './route.ts'
import { changeSettingsSchema, settingsSchema } from './settings.ts'
import { workspaceSchema } from './workspace.ts'

const v1 = '/api/v1'

/** The workspace itself: what it holds, what it has decided, and its people. */
export const workspaceRoutes = {
  getWorkspace: route({
    method: 'GET',
    path: `${v1}/workspace`,
    tag: 'workspace',
    summary: 'What this workspace holds',
    reply: json(workspaceSchema),
    errors: [],
  }),
  getSettings: route({
    method: 'GET',
    path: `${v1}/settings`,
    tag: 'workspace',
    summary: 'What the workspace has decided about itself',
    reply: json(settingsSchema),
    errors: [],
  }),
  changeSettings: route({
    method: 'PUT',
    path: `${v1}/settings`,
    tag: 'workspace',
    summary: 'Change settings; what is missing stays. Only an owner may',
    body: changeSettingsSchema,
    reply: json(settingsSchema),
    errors: [],
  }),
  listPeople: route({
    method: 'GET',
    path: `${v1}/people`,
    tag: 'workspace',
    summary: 'People of the workspace, in the order they were added',
    query: pageQuerySchema,
    reply: json(personListSchema),
    errors: [],
  }),
  addPerson: route({
    method: 'POST',
    path: `${v1}/people`,
    tag: 'workspace',
    summary: 'Add a person; only an owner may',
    body: newPersonSchema,
    reply: json(personSchema, 201),
    errors: ['person_in_use'],
  }),
  changePerson: route({
    method: 'PUT',
    path: `${v1}/people/:id`,
    tag: 'workspace',
    summary: 'Change a person’s name or role; only an owner may',
    params: personParamsSchema,
    body: changePersonSchema,
    reply: json(personSchema),
    errors: ['person_not_found', 'person_in_use', 'last_owner'],
  }),
  whoAmI: route({
    method: 'GET',
    path: `${v1}/me`,
    tag: 'workspace',
    summary: 'Who this browser says it is (cookie wend_person), and what that person may do; without a cookie the owner',
    reply: json(meSchema),
    errors: [],
  }),
  chooseMe: route({
    method: 'PUT',
    path: `${v1}/me`,
    tag: 'workspace',
    summary: 'Say who this browser is; sets the cookie. Nobody signs in yet, so this is a name and not a lock',
    body: chooseMeSchema,
    reply: json(meSchema),
    errors: ['person_not_found'],
  }),
} as const satisfies Readonly<Record<string, RouteSpec>>
