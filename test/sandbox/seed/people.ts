import type { Agent, Customer } from './types.ts';

/** Everyone who writes to support; the key and the address follow from the name. */
const roster: readonly (readonly [name: string, org: string, domain: string])[] = [
  ['Maria Lopes', 'harbour', 'harbourstreet.example'],
  ['Owen Pritchard', 'harbour', 'harbourstreet.example'],
  ['Dana Fox', 'northgate', 'northgate-logistics.example'],
  ['Stephen Achebe', 'northgate', 'northgate-logistics.example'],
  ['Ruth Ellison', 'fernhill', 'fernhillcare.example'],
  ['Grace Mwangi', 'fernhill', 'fernhillcare.example'],
  ['Callum Reid', 'bluecanteen', 'bluecanteen.example'],
  ['Nadia Petrov', 'bluecanteen', 'bluecanteen.example'],
  ['Victor Hale', 'kestrel', 'kestrelsec.example'],
  ['Simone Adler', 'kestrel', 'kestrelsec.example'],
  ['Beatriz Nogueira', 'solano', 'solanohotels.example'],
  ['Rui Tavares', 'solano', 'solanohotels.example'],
  ['Hannah Brook', 'pinewood', 'pinewoodvets.example'],
  ['Kofi Mensah', 'tramline', 'tramline.example'],
  ['Jess Turnbull', 'oakandiron', 'oakandiron.example'],
  ['Adam Nowak', 'oakandiron', 'oakandiron.example'],
  ['Freya Lindholm', 'greywater', 'greywater.example'],
  ['Patrick Doyle', 'lumen', 'lumencalls.example'],
  ['Aoife Brennan', 'lumen', 'lumencalls.example'],
  ['Helen Marsh', 'mapleton', 'mapletonlibraries.example'],
  ['George Tilley', 'orchard', 'orchardfields.example'],
  ['Samira Khan', 'brightsteps', 'brightsteps.example'],
  ['Lucy Fairweather', 'brightsteps', 'brightsteps.example'],
  ['Ivan Petkov', 'corvane', 'corvane.example'],
  ['Teresa Grant', 'corvane', 'corvane.example'],
  ['Ned Barlow', 'saltmarsh', 'saltmarsh.example'],
  ['Catarina Reis', 'delmar', 'delmarsurf.example'],
  ['Anil Desai', 'hexagon', 'hexagonpharmacy.example'],
  ['Moira Kelly', 'hexagon', 'hexagonpharmacy.example'],
  ['Darren Cole', 'ridgeway', 'ridgewaycouriers.example'],
  ['Elsa Lindgren', 'lindgren', 'lindgrendental.example'],
  ['Sabine Vogel', 'waldhaus', 'waldhaus.example'],
  ['Lukas Hoffmann', 'waldhaus', 'waldhaus.example'],
  ['Polly Ashworth', 'copperpot', 'copperpot.example'],
  ['June Whitaker', 'stillwater', 'stillwaterspa.example'],
  ['Tariq Aziz', 'arcadia', 'arcadiacinemas.example'],
  ['Wendy Shaw', 'arcadia', 'arcadiacinemas.example'],
  ['Finn Halloran', 'tidewater', 'tidewaterferries.example'],
  ['Bridget Moss', 'tidewater', 'tidewaterferries.example'],
  ['Barnaby Quill', 'moonridge', 'moonridge.example'],
  ['Zed Marlowe', 'zephyr', 'zephyrbikes.example'],
  ['Esther Levin', 'quietroom', 'quietroom.example'],
];

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '.');

export const customers: Customer[] = [
  ...roster.map(([name, org, domain]) => ({ key: slug(name), name, email: `${slug(name)}@${domain}`, org })),
  { key: 'milo.santos', name: 'Milo Santos', email: 'milo.santos.shifts@freemail.example', org: null },
  { key: 'gwen.abbott', name: 'Gwen Abbott', email: 'gwen-abbott84@freemail.example', org: null },
];

export const agents: Agent[] = [
  { key: 'ines', name: 'Ines Carvalho', email: 'ines@shiftloom.example', role: 'agent' },
  { key: 'tom', name: 'Tom Whitlock', email: 'tom@shiftloom.example', role: 'agent' },
  { key: 'priya', name: 'Priya Raman', email: 'priya@shiftloom.example', role: 'admin' },
  { key: 'jonas', name: 'Jonas Brandt', email: 'jonas@shiftloom.example', role: 'agent' },
  { key: 'leila', name: 'Leila Haddad', email: 'leila@shiftloom.example', role: 'agent' },
  { key: 'marcus', name: 'Marcus Oyelaran', email: 'marcus@shiftloom.example', role: 'agent' },
];

/** People who play a part of their own and take no ordinary questions. */
const cast = new Set(['barnaby.quill', 'zed.marlowe', 'milo.santos', 'sabine.vogel', 'lukas.hoffmann']);
export const ordinaryCustomers: Customer[] = customers.filter((customer) => !cast.has(customer.key));
