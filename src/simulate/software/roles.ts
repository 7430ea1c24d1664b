import type { Role } from '../cast.ts'

const noSetUp = { 'Create team space': 0, 'Connect data': 0, 'Invite teammates': 0, 'Single sign-on setup': 0 }

/** The people of an account and what each of them never does. */
export const roles: readonly Role[] = [
  { name: 'champion', tilt: { 'Single sign-on setup': 0.2 } },
  {
    name: 'economic buyer',
    tilt: { ...noSetUp, 'Start trial': 0, 'Book a demo': 0, 'Upgrade plan': 0, 'Blog article': 0, 'Build report': 0.1, Webinar: 0 },
  },
  { name: 'admin', tilt: { 'Deal won': 0, 'Single sign-on setup': 1.6, 'Share report': 0.4 } },
  { name: 'end user', tilt: { ...noSetUp, 'Upgrade plan': 0, 'Deal won': 0, 'Refer a colleague': 0.6 } },
]
