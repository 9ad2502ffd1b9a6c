import type { Job } from '@parley/protocol/job'

/** Customers whom nobody steps in as: enough of them to write to many at once. */
export interface Neighbour {
  id: string
  name: string
  job: Omit<Job, 'id' | 'customerId' | 'status'>
}

const gardening = { type: 'Gardening' }
const painting = { type: 'Painting' }

export const neighbours: Neighbour[] = [
  {
    id: 'bea',
    name: 'Bea Brandt',
    job: { ...gardening, title: 'Cut back the hedge', place: 'Am Deich 7, Bremen', price: '€ 220' },
  },
  {
    id: 'emil',
    name: 'Emil Ekberg',
    job: { ...gardening, title: 'Clear the autumn leaves', place: 'Hafenweg 21, Bremen' },
  },
  {
    id: 'fatima',
    name: 'Fatima Faris',
    job: {
      ...painting,
      title: 'Paint the stairwell',
      place: 'Rosenallee 3, Verden',
      price: '€ 900',
    },
  },
  {
    id: 'gustav',
    name: 'Gustav Grau',
    // Without a place, so that a preview has something to say about {{job.place}}.
    job: { ...gardening, title: 'Fell a dead birch', price: '€ 640' },
  },
  {
    id: 'ines',
    name: 'Inês Ivanova',
    job: { ...gardening, title: 'Lay a lawn', place: 'Lindenstraße 30, Bremen', price: '€ 1,100' },
  },
  {
    id: 'jonas',
    name: 'Jonas Jansen',
    job: { ...painting, title: 'Paint two window frames', place: 'Am Markt 2, Verden' },
  },
  {
    id: 'lea',
    name: 'Lea Lindqvist',
    job: { ...gardening, title: 'Plant a row of apple trees', place: 'Am Deich 55, Bremen' },
  },
  {
    id: 'omar',
    name: 'Omar Osman',
    job: { ...painting, title: 'Whitewash a cellar', place: 'Hafenweg 9, Bremen', price: '€ 480' },
  },
  {
    id: 'paula',
    name: 'Paula Pohl',
    job: { ...gardening, title: 'Repair a garden fence', place: 'Rosenallee 14, Verden' },
  },
]

/** What a contractor has written down to send to many. */
export const demoTemplates = [
  {
    name: 'Free next week',
    text: 'Hello {{customer.firstName}}, I have a few days free next week. Shall I come by about “{{job.title}}”?',
  },
  {
    name: 'I am near you',
    text: 'Dear {{customer.name}}, on Thursday I work close to {{job.place}}. If it suits you, I look at “{{job.title}}” on the way.',
  },
  {
    name: 'Before winter',
    text: 'Hello {{customer.firstName}}, before winter I look at roofs and gutters, all in one go. Would you like yours to be among them? {{contractor.firstName}}',
  },
]
