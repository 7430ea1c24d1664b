import type { Theme } from '../themes.ts'
import { everydayWords } from '../everyday-words.ts'

/** What the shop's customers write about. `{days}`, `{times}` and `{thing}` are filled in. */
export const words: readonly Theme[] = [
  ...everydayWords,
  {
    name: 'delivery cost',
    tone: 'bad',
    thoughts: ['The delivery cost only shows up at the very end', 'Shipping costs nearly as much as the {thing}', 'I was happy until I saw the delivery fee', 'Why do I learn the shipping price after typing in my whole address', 'Delivery is far too expensive for one {thing}', 'No free delivery even for a big basket', 'The postage came as a surprise at checkout', 'Eight euros to send a {thing}, really'],
    consequences: ['I nearly gave up there', 'so I looked elsewhere first', 'that feels a bit sneaky', 'please show it earlier', 'next time I will buy it in town'],
    short: ['shipping too dear', 'delivery fee!!', 'hidden delivery costs', 'postage'],
    subjects: ['How much is delivery?', 'Delivery fee too high', 'Free delivery over 50?', 'Shipping cost for a {thing}'],
  },
  {
    name: 'card declined',
    tone: 'bad',
    thoughts: ['My card was declined {times} times and it works everywhere else', 'Payment kept failing without saying why', 'Had to enter my card number {times} times', 'The payment page throws me back to the start', 'It said declined but my bank knew nothing about it', 'Paying took longer than choosing the {thing}', 'The card form lost everything I had typed', 'Tried two cards, both refused'],
    consequences: ['very annoying', 'I almost left the {thing} in the basket', 'I was afraid of being charged twice', 'my bank says the fault is yours', 'in the end it worked, no idea why'],
    short: ['card refused again', 'payment broken', 'payment failed {times}x', 'declined???'],
    subjects: ['Payment declined', 'Card refused {times} times', 'Was I charged twice?', 'Cannot pay for my {thing}'],
  },
  {
    name: 'slow dispatch',
    tone: 'bad',
    thoughts: ['It took {days} days before the parcel even left the warehouse', 'Paid at once, then nothing happened for {days} days', 'The status stayed on "paid" for ages', 'I waited {days} days for the shipping mail', 'In stock should mean that it is sent the next day', 'The {thing} sat in your warehouse for almost a week', 'Nobody packs orders at your place, it seems'],
    consequences: ['I needed it for the weekend', 'the {thing} itself is fine', 'a short note would have helped', 'other shops send the same day', 'too late for the birthday'],
    short: ['took forever to ship', 'slow, {days} days to pack', 'still not sent', 'waiting waiting'],
    subjects: ['When will my order be sent?', 'Still not shipped after {days} days', 'Order stuck on paid', 'Where is my {thing}?'],
  },
  {
    name: 'sent to the phone',
    tone: 'bad',
    thoughts: ['The chat could not see my order and told me to call', 'Explained everything in the chat, then again on the phone', 'Why offer a chat if it sends me to the hotline', 'I had to repeat my whole story to the next person', 'The chat agent just gave me a phone number', 'Nobody on the phone knew what I had written in the chat', 'Passed from chat to phone like a parcel'],
    consequences: ['half an hour gone', 'that was tiring', 'please talk to each other', 'I had to look for the order number {times} times', 'the lady on the phone was kind at least'],
    short: ['had to call anyway', 'chat is useless', 'told my story twice', 'sent in circles'],
    subjects: ['Chat told me to call you', 'Calling again about my {thing}', 'As explained in the chat', 'Second try, now by phone'],
  },
  {
    name: 'slow carrier',
    tone: 'bad',
    thoughts: ['The carrier needed {days} days for one small parcel', 'The tracking said "on its way" for {days} days', 'The parcel took a tour through the whole country', 'Delivery was slow once it had left you', 'The driver left it with a neighbour without a note', 'It travelled for more than a week'],
    consequences: ['please choose another carrier', 'the {thing} is lovely though', 'I had stopped hoping', 'not your fault maybe, but still'],
    short: ['slow delivery', 'carrier took {days} days', 'late again', 'lame carrier'],
    subjects: ['Parcel does not move', 'Tracking stands still', 'Late parcel', 'Parcel left with whom?'],
  },
  {
    name: 'fast carrier',
    tone: 'good',
    thoughts: ['The parcel was here in two days', 'Delivery was quicker than promised', 'The new carrier is so much faster', 'Sent one day and at my door the next', 'The driver told me the exact hour', 'Such a fast delivery'],
    consequences: ['great', 'I could give the {thing} away in time', 'keep it like that', 'even before the weekend', 'what a change from last time'],
    short: ['super fast', 'quick delivery', 'here in no time', 'so fast!'],
    subjects: ['Thank you for the quick parcel', 'Parcel came already'],
  },
  {
    name: 'size guide',
    tone: 'good',
    thoughts: ['The size guide got my size right at the first try', 'Fits perfectly thanks to the size finder', 'Love that the guide compares with clothes I own already', 'Best size guide I have used', 'Three questions and it knew my size', 'Finally a shop that explains sizes properly'],
    consequences: ['no sending back this time', 'so I ordered a second {thing}', 'that saved me a return', 'my sister uses it too'],
    short: ['size guide is great', 'fits!', 'right size first time', 'clever size finder'],
    subjects: ['Which size guide did you use?', 'Thanks for the size guide'],
  },
  {
    name: 'member offers',
    tone: 'good',
    thoughts: ['The offers for members are really worth it', 'Nice to get a price just for me', 'Saved a good bit on the {thing} with my member price', 'The member offers fit what I like', 'I look at my offers every week now', 'Fair discounts without small print'],
    consequences: ['happy to stay in the club', 'told a friend about it', 'more of that', 'that made my day'],
    short: ['great offers', 'good member price', 'love the deals', 'fair prices'],
    subjects: ['Question about a member offer', 'Does my offer still hold?'],
  },
]

/** What the shop sells. */
export const things: readonly string[] = ['linen shirt', 'wool blanket', 'table lamp', 'rain jacket', 'tea pot', 'cushion', 'pair of socks', 'winter coat', 'vase', 'cardigan', 'backpack', 'candle holder', 'summer dress', 'bath towel', 'desk chair']
