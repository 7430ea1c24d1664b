import { everydayWords } from '../everyday-words.ts'
import type { Theme } from '../themes.ts'

/** What the people of the accounts write about. `{days}`, `{times}` and `{thing}` are filled in. */
export const words: readonly Theme[] = [
  ...everydayWords,
  {
    name: 'connecting data',
    tone: 'bad',
    thoughts: ['Connecting our data took a whole afternoon', 'The connector stops without telling why', 'I needed a developer just to connect the {thing}', 'The data import failed {times} times', 'No idea which rights the connection needs', 'The connection wizard asks for things only our IT knows', 'Our {thing} would not connect', 'Mapping the columns of the {thing} is a puzzle'],
    consequences: ['we almost stopped there', 'my team lost interest', 'the rest of the product is good', 'please write a guide for normal people', 'we had to ask {times} colleagues'],
    short: ['data connection', 'connector fails', 'import broken', 'can not connect'],
    subjects: ['Cannot connect our {thing}', 'Import failed again', 'Which rights does the connector need?', 'Connection stops at 80 %'],
  },
  {
    name: 'single sign-on',
    tone: 'bad',
    thoughts: ['Single sign-on setup sends me to the help page again and again', 'I set up single sign-on {times} times before it worked', 'The sign-on article does not match the screen', 'The certificate step is a riddle', 'Going back and forth between the setup and the help centre', 'Error 4 in the sign-on setup means nothing to me'],
    consequences: ['that cost me a day', 'our security people were not amused', 'one clear error text would do', 'I gave up and came back the next morning'],
    short: ['sso is a pain', 'sign-on setup', 'sso again', 'circles with sso'],
    subjects: ['Single sign-on does not work', 'SSO error 4', 'Help article on sign-on is outdated', 'Locked out after SSO setup'],
  },
  {
    name: 'waiting for the demo',
    tone: 'bad',
    thoughts: ['We waited {days} days for a demo', 'Asked for a demo and heard nothing for more than a week', 'By the time of the demo my boss had lost interest', 'The first free demo slot was two weeks away', 'It should not take {days} days to show a product'],
    consequences: ['we looked at two others meanwhile', 'the demo itself was good', 'a video would have helped', 'hard to keep the project alive'],
    short: ['demo took ages', 'slow sales', '{days} days for a demo', 'waited too long'],
    subjects: ['When is our demo?', 'Still waiting for a demo', 'Demo date'],
  },
  {
    name: 'nobody called',
    tone: 'bad',
    thoughts: ['After signing nobody called us', 'Sales was quick until we signed, then silence', 'We did not know who our contact is after the purchase', 'The kick-off never happened', 'Had to write to support to ask how we begin', 'Nobody told the success team what we had agreed with sales', 'We paid and then stood alone'],
    consequences: ['not a good start', 'we explained our goals {times} times', 'it felt like nobody knew us', 'the product is better than the welcome', 'my boss keeps asking'],
    short: ['no kick-off', 'nobody called', 'left alone after signing', 'silence after the deal'],
    subjects: ['Who is our contact now?', 'When does the kick-off take place?', 'We signed, what happens next?', 'Start of our contract'],
  },
  {
    name: 'slow support',
    tone: 'bad',
    thoughts: ['Support needed a day for a simple question', 'The chat is no chat if the answer comes the next morning', 'Waited all day for an answer in the chat', 'I solved it myself before support replied', 'Slow answer to an urgent question about our {thing}'],
    consequences: ['the answer was right though', 'we had a meeting to prepare', 'please be faster', 'hire more people'],
    short: ['slow support', 'took a day', 'answer too late', 'waiting for chat'],
    subjects: ['Any news?', 'Second message about the same thing', 'Urgent: report for the board'],
  },
  {
    name: 'fast support',
    tone: 'good',
    thoughts: ['Support answered within minutes', 'The chat is really fast now', 'Quick help from somebody who knew the product', 'Asked, answered, solved before my coffee was cold', 'So much faster than last year'],
    consequences: ['thank you', 'impressive', 'our board report was saved', 'keep it like this', 'that is how support should be'],
    short: ['fast help', 'super quick', 'answered at once', 'great support'],
    subjects: ['One more quick question', 'Thanks for the fast help'],
  },
  {
    name: 'first report',
    tone: 'good',
    thoughts: ['My first report was ready in minutes', 'The first report already showed something we did not know', 'Wow, a useful report without any training', 'The sample report looked like our own work', 'I had numbers on screen before the meeting began', 'Never made a report this quickly'],
    consequences: ['the team was impressed', 'that sold it to me', 'my boss wants one too', 'no more spreadsheets about the {thing}'],
    short: ['first report: wow', 'quick win', 'report in 5 minutes', 'so easy'],
    subjects: ['How do I copy the first report?', 'Loved the first report, one question'],
  },
  {
    name: 'sharing',
    tone: 'good',
    thoughts: ['Sharing a report with one link is lovely', 'Colleagues without an account can read what I share', 'I send the report on Monday and nobody asks questions any more', 'Sharing works on every phone', 'The shared view looks better than our slides'],
    consequences: ['saves me an hour a week', 'now everybody talks about the same numbers', 'even our director opens it', 'more of this'],
    short: ['sharing is great', 'love the links', 'easy to share', 'one link, done'],
    subjects: ['Can I share with a partner?', 'Sharing with a whole team'],
  },
]

/** What the accounts connect and report on. */
export const things: readonly string[] = ['order table', 'warehouse database', 'sales sheet', 'ticket list', 'finance export', 'web shop', 'time sheet', 'survey file', 'stock list', 'ledger']
