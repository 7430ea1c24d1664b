import type { Theme } from './themes.ts'

/** What people write when nothing in particular happened to them. */
export const everydayWords: readonly Theme[] = [
  {
    name: 'all good',
    tone: 'good',
    thoughts: ['Everything worked as it should', 'I am happy with the {thing}', 'Easy from start to end', 'Found what I was looking for', 'Friendly people and a clear site', 'No complaints from my side', 'Simple and pleasant', 'Just as described', 'I knew at every point what to do', 'Good quality for the money', 'It does what it says', 'A good choice all in all'],
    consequences: ['will come back', 'thank you', 'keep going', 'I can recommend it', 'glad I found you', 'a nice surprise', 'my colleague says the same'],
    short: ['good', 'great', 'all fine', 'top', 'very good!', 'happy', 'nice', 'no problems', 'perfect', '👍'],
    subjects: ['Just a quick thank you', 'A small question'],
  },
  {
    name: 'so-so',
    tone: 'neutral',
    thoughts: ['It is okay', 'Neither good nor bad', 'Does the job', 'Average, I would say', 'Some parts are good and others less so', 'Hard to say after one time', 'Fine, but nothing special about the {thing}', 'Works most of the time', 'About what I expected'],
    consequences: ['let us see', 'there is room to get better', 'ask me again in a month', 'could be a little simpler', 'no strong opinion'],
    short: ['ok', 'fine', 'meh', 'so so', 'average', 'can not say', 'okay I guess', '-'],
    subjects: ['A question', 'Please have a look'],
  },
  {
    name: 'not great',
    tone: 'bad',
    thoughts: ['I had hoped for more', 'Not what I expected of the {thing}', 'It felt like hard work', 'Too many small things that do not fit together', 'Not convinced yet', 'More complicated than it has to be', 'The text is hard to understand', 'I lost patience at some point', 'Others do this better', 'Looks nice but does not help me'],
    consequences: ['pity', 'please work on it', 'not sure that I will be back', 'it took more time than I have', 'I would not tell friends about it'],
    short: ['no', 'bad', 'disappointing', 'not for me', 'too complicated', 'hm no', 'poor'],
    subjects: ['Not satisfied', 'This does not work for me'],
  },
]
