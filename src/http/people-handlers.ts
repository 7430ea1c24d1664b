import { personCookieText } from '../app/actor-of-cookie.ts'
import { addPerson, changePerson, chooseMe, listPeople, whoAmI } from '../app/people.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

export const peopleHandlers = (wend: Wend): Handlers<'listPeople' | 'addPerson' | 'changePerson' | 'whoAmI' | 'chooseMe'> => ({
  listPeople: ({ actor, query }) => listPeople(actor, wend, query),
  addPerson: ({ actor, body }) => addPerson(actor, wend, body),
  changePerson: ({ actor, params, body }) => changePerson(actor, wend, { ...body, id: params.id }),
  whoAmI: ({ actor }) => whoAmI(actor),
  chooseMe: async ({ actor, body, setCookie }) => {
    const me = await chooseMe(actor, wend, body.person)
    setCookie(personCookieText(body.person))
    return me
  },
})
