import type { ColumnProfile } from './column-profile.ts'

/** Names that columns go by, best first, in the form of `plainWords`. */
export const columnNames = {
  customer: [
    'customer unique id', 'case concept name', 'customer id', 'customer', 'customer key', 'customer number', 'user id', 'client id', 'contact id', 'person id', 'distinct id', 'user pseudo id',
    'member id', 'subscriber id', 'visitor id', 'case id', 'caseid', 'case', 'case key', 'client', 'user', 'contact', 'external reference', 'customer email', 'email', 'email address', 'recipient email',
    'requester id', 'requester email', 'requester', 'recipient', 'who id', 'canonical vid', 'amplitude id', 'anonymous id', 'device id', 'lead id', 'patient id', 'respondent id', 'response id', 'token', 'deal id', 'opportunity id', 'application id',
    'order id', 'ticket id', 'conversation id', 'chat id', 'session id', 'record id', 'hs object id',
  ],
  touchpoint: ['concept name', 'touchpoint', 'activity', 'activity name', 'event name', 'event', 'event type', 'event action', 'action', 'interaction', 'step', 'step name', 'task name', 'page name', 'page title', 'page', 'screen name'],
  /** What a record has become; an event only where each change is a row of its own. */
  state: ['stage name', 'deal stage', 'dealstage', 'stage', 'lifecycle stage', 'new value', 'status', 'value'],
  /** What kind of call, mail or task a row is. */
  activityKind: ['type', 'event subtype', 'task type', 'activity type', 'engagement type', 'message type'],
  time: [
    'time timestamp', 'timestamp', 'event timestamp', 'event time', 'time', 'original timestamp', 'datetime', 'date time', 'occurred at', 'occurred on', 'happened at', 'start date time', 'activity date time', 'date entered', 'complete timestamp', 'completed at', 'submitted at',
    'activity date', 'completed date time', 'submit date utc', 'submit date', 'submitted', 'review answer timestamp', 'answered at', 'answer timestamp', 'response date', 'response date time', 'recorded date', 'end date', 'date modified', 'created at', 'created', 'create date', 'createdate', 'created date', 'date created', 'start timestamp', 'start date', 'start time', 'date', 'event date', 'updated', 'updated at',
  ],
  channel: ['channel', 'case channel', 'via channel', 'via', 'contact channel', 'distribution channel', 'channel name', 'source channel', 'medium', 'utm medium', 'platform', 'context channel'],
  account: ['account id', 'account', 'account name', 'company id', 'company', 'company name', 'organization id', 'organisation id', 'organization', 'organisation', 'case account', 'tenant id', 'groups company', 'context group id', 'group id'],
  role: ['role', 'contact role', 'user role', 'persona role', 'job title', 'jobtitle', 'job role', 'buying role'],
  link: ['order id', 'ticket id', 'conversation id', 'chat id', 'case number', 'deal id', 'opportunity id', 'session id', 'booking id', 'invoice id', 'link'],
  id: ['insert id', 'message id', 'event id', 'uuid', 'event uuid', 'activity instance id', 'response id', 'respondent id', 'event fingerprint'],
  sequence: ['order', 'sequence', 'seq', 'sequence number', 'event sequence', 'event number', 'event bundle sequence id', 'event index', 'row number', 'chat index'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const prefixes = /^(?:property|properties|event properties|user properties|event|traits|context|hs) /

/** Place of a column's name in a list, 0 the best; a name that fits only without its prefix ("property_email") comes later. −1: not in it. */
export function rankOf(words: string, names: readonly string[]): number {
  const exact = names.indexOf(words)
  if (exact >= 0) return exact
  const bare = words.replace(prefixes, '')
  const later = bare === words ? -1 : names.indexOf(bare)
  return later < 0 ? -1 : later + 0.5
}

/** The columns whose names are in a list, best first. */
export function namedColumns(profiles: readonly ColumnProfile[], names: readonly string[]): readonly ColumnProfile[] {
  return profiles
    .map((profile, order) => ({ profile, order, rank: rankOf(profile.words, names) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ profile }) => profile)
}

/** Bookkeeping of loading tools: never an event, never a property. */
export const isLoaderColumn = (words: string): boolean => /^(?:fivetran|airbyte|dlt|stitch|sdc|dbt|system modstamp|company synced)\b/.test(words)
