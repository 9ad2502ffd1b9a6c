import type { Job } from '@parley/protocol/job'

export const demoJobs: Job[] = [
  {
    id: 'demo_roof',
    title: 'Repair a leaking roof',
    type: 'Roofing',
    status: 'open',
    place: 'Lindenstraße 12, Bremen',
    price: '€ 1,850',
    customerId: 'usr_demo_maria',
  },
  {
    id: 'demo_kitchen',
    title: 'Wire a new kitchen',
    type: 'Electrical',
    status: 'assigned',
    place: 'Hafenweg 3, Bremen',
    price: '€ 2,400',
    customerId: 'usr_demo_maria',
  },
  {
    id: 'demo_gutter',
    title: 'Clean and refit the gutters',
    type: 'Roofing',
    status: 'open',
    place: 'Am Deich 41, Bremen',
    price: '€ 380',
    customerId: 'usr_demo_noah',
  },
  {
    id: 'demo_solar',
    title: 'Solar panels for a garage',
    type: 'Electrical',
    status: 'open',
    place: 'Rosenallee 8, Verden',
    customerId: 'usr_demo_aisha',
  },
]
