import type { DemoPerson } from '../accounts/demo.ts'

/** Who can be signed in as with one click while the demo is on. */
export const demoPeople: DemoPerson[] = [
  { id: 'usr_demo_carla', as: 'carla', name: 'Carla Conti', role: 'contractor' },
  { id: 'usr_demo_diego', as: 'diego', name: 'Diego Duarte', role: 'contractor' },
  { id: 'usr_demo_maria', as: 'maria', name: 'Maria Meyer', role: 'customer' },
  { id: 'usr_demo_noah', as: 'noah', name: 'Noah Nilsson', role: 'customer' },
  { id: 'usr_demo_aisha', as: 'aisha', name: 'Aisha Abadi', role: 'customer' },
]
