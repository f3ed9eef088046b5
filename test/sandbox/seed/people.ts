import { organizations } from './organizations.ts';
import type { Agent, Customer } from './types.ts';

/** Who writes to support, by organization. */
const staff: Readonly<Record<string, readonly string[]>> = {
  harbour: ['Maria Lopes', 'Owen Pritchard', 'Lena Fischer', 'Bola Akande'],
  northgate: ['Dana Fox', 'Stephen Achebe', 'Craig Mulholland', 'Yvonne Tate', 'Pavel Havel'],
  fernhill: ['Ruth Ellison', 'Grace Mwangi', 'Sheila Donovan', 'Arjun Nair', 'Becky Sutcliffe'],
  bluecanteen: ['Callum Reid', 'Nadia Petrov', 'Hugo Lambert', 'Farah Nasser'],
  kestrel: ['Victor Hale', 'Simone Adler', 'Gareth Pugh', 'Denise Okoro'],
  solano: ['Beatriz Nogueira', 'Rui Tavares', 'Ana Figueira', 'Duarte Pinto', 'Clara Mota'],
  pinewood: ['Hannah Brook', 'Oliver Stead', 'Niamh Carey', 'Wren Aldous'],
  tramline: ['Kofi Mensah', 'Tilly Boon', 'Marek Sykora'],
  oakandiron: ['Jess Turnbull', 'Adam Nowak', 'Leo Castellan', 'Priscilla Dunn'],
  greywater: ['Freya Lindholm', 'Jarvis Kemp', 'Suki Ono'],
  lumen: ['Patrick Doyle', 'Aoife Brennan', 'Colm Tierney', 'Rosa Benedetti', 'Zainab Idris'],
  mapleton: ['Helen Marsh', 'Edgar Wills', 'Imogen Payne', 'Femi Balogun'],
  orchard: ['George Tilley', 'Nell Harwood', 'Abel Crouch'],
  brightsteps: ['Samira Khan', 'Lucy Fairweather', 'Joanna Mills', 'Eve Castle'],
  corvane: ['Ivan Petkov', 'Teresa Grant', 'Blessing Eze', 'Stan Rudd'],
  saltmarsh: ['Ned Barlow', 'Isla Drummond', 'Kit Harker'],
  delmar: ['Catarina Reis', 'Tiago Branco', 'Molly Sands'],
  hexagon: ['Anil Desai', 'Moira Kelly', 'Sunita Rao', 'Declan Foy', 'Hester Quayle'],
  ridgeway: ['Darren Cole', 'Monika Bartos', 'Trevor Eaves', 'Shaun Platt'],
  lindgren: ['Elsa Lindgren', 'Nils Bergstrom', 'Karin Aberg'],
  waldhaus: ['Sabine Vogel', 'Lukas Hoffmann'],
  copperpot: ['Polly Ashworth', 'Desmond Clarke', 'Ione Blake', 'Rafael Ortega'],
  stillwater: ['June Whitaker', 'Cora Lyle', 'Mina Park'],
  arcadia: ['Tariq Aziz', 'Wendy Shaw', 'Ruben Falk', 'Claire Odell', 'Jamal Whitby'],
  tidewater: ['Finn Halloran', 'Bridget Moss', 'Euan Strachan', 'Orla Devlin', 'Hakon Lie'],
  moonridge: ['Barnaby Quill'],
  zephyr: ['Zed Marlowe'],
  quietroom: ['Esther Levin', 'Malcolm Frith', 'Tess Oduya'],
};

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '.');

/** First the first person of every organization, then the second of each, and so on. */
const inRounds: Customer[] = [0, 1, 2, 3, 4].flatMap((round) =>
  organizations.flatMap(({ key: org, domain }) => {
    const name = staff[org]?.[round];
    return name === undefined ? [] : [{ key: slug(name), name, email: `${slug(name)}@${domain}`, org }];
  }),
);

export const customers: Customer[] = [
  ...inRounds,
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
