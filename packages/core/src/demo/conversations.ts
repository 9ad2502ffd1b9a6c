/** How long before the first visitor: so many days at that time, or a little while. */
export type Ago = { days: number; at: string } | { minutes: number }

/** What has been said before the first visitor comes: who, when, and their words, in order. */
export interface DemoConversation {
  between: [opener: string, other: string]
  jobId: string
  lines: { by: string; ago: Ago; text: string }[]
  /** How much of it the other side has read. */
  readBy: { person: string; lines: number }[]
}

const carla = 'usr_demo_carla'
const diego = 'usr_demo_diego'
const maria = 'usr_demo_maria'
const noah = 'usr_demo_noah'

export const demoConversations: DemoConversation[] = [
  {
    between: [maria, diego],
    jobId: 'demo_kitchen',
    lines: [
      {
        by: diego,
        ago: { days: 6, at: '16:20' },
        text: 'Hi Maria, the sockets and the oven line are in. The inspector comes Tuesday.',
      },
      {
        by: maria,
        ago: { days: 5, at: '7:45' },
        text: 'Great, thank you! Is somebody needed at home for that?',
      },
      {
        by: diego,
        ago: { days: 5, at: '7:52' },
        text: 'Ten minutes would do. I will be there from 8:00.',
      },
      { by: maria, ago: { days: 5, at: '12:31' }, text: 'Then Tuesday at 8:00 it is.' },
    ],
    readBy: [
      { person: diego, lines: 4 },
      { person: maria, lines: 4 },
    ],
  },
  {
    between: [noah, carla],
    jobId: 'demo_gutter',
    lines: [
      {
        by: noah,
        ago: { days: 3, at: '10:05' },
        text: 'Hello, could you refit about 18 m of gutter before winter?',
      },
      {
        by: carla,
        ago: { days: 3, at: '18:40' },
        text: 'Hello Noah, yes. Two photos of the corners would help me with the price.',
      },
      { by: noah, ago: { days: 1, at: '17:15' }, text: 'I will send them tonight.' },
    ],
    readBy: [
      { person: carla, lines: 2 },
      { person: noah, lines: 3 },
    ],
  },
  {
    between: [maria, carla],
    jobId: 'demo_roof',
    lines: [
      {
        by: maria,
        ago: { days: 2, at: '17:42' },
        text: 'Hi Carla, since the storm there is water coming in above the bedroom.',
      },
      {
        by: carla,
        ago: { days: 2, at: '18:03' },
        text: 'Oh no. Is it dripping right now, or only when it rains?',
      },
      {
        by: maria,
        ago: { days: 1, at: '8:12' },
        text: 'Only when it rains, but the stain is growing every day.',
      },
      {
        by: carla,
        ago: { minutes: 42 },
        text: 'That sounds like two or three broken tiles near the chimney. I can come and look.',
      },
      { by: carla, ago: { minutes: 41 }, text: 'Would Thursday afternoon suit you?' },
    ],
    readBy: [
      { person: carla, lines: 5 },
      { person: maria, lines: 3 },
    ],
  },
]
