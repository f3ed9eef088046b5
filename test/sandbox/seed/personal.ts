import type { Random } from './random.ts';
import type { Customer } from './types.ts';

/**
 * Made-up personal data as it turns up in support mail. Phone numbers are from ranges reserved for fiction, cards and
 * IBANs are the published test numbers, keys are random. Addresses end in .example.
 */
const colleagues = [
  'Dylan Hart',
  'Amina Yusuf',
  'Carla Whitfield',
  'Tomasz Zielinski',
  'Renee Dubois',
  'Harvey Lunt',
  'Ingrid Solberg',
  'Mateo Vargas',
  'Shanice Brown',
  'Piotr Wrona',
  'Yuki Tanabe',
  'Sean Gallagher',
  'Olu Adebayo',
  'Keira Stubbs',
  'Marta Kowalska',
  'Ravi Menon',
  'Leanne Frost',
  'Bashir Rahimi',
  'Chloe Vance',
  'Andrei Popescu',
  'Gemma Tait',
  'Noor Siddiqui',
  'Elliot Crane',
  'Vera Lindqvist',
  'Hamza Farouk',
  'Josie Pike',
];
const cards = ['4111 1111 1111 1111', '4242 4242 4242 4242', '5555-5555-5555-4444', '378282246310005'];
const ibans = ['GB33 BUKB 2020 1555 5555 55', 'DE89 3704 0044 0532 0130 00', 'FR1420041010050500013M02606'];
const streets = [
  '14 Larkspur Close, Leeds LS6 9ZZ',
  '3 Tannery Row, Bristol BS1 9ZZ',
  '27 Rua das Flores, 3 esq., Lisboa',
];

/** Name of a colleague the customer writes about. */
export const colleague = (rng: Random): string => rng.pick(colleagues);

/** A phone number from Ofcom's or the North American range for drama use, in one of the usual spellings. */
export function phone(rng: Random): string {
  const digits = String(rng.between(0, 999)).padStart(3, '0');
  return rng.pick([
    `07700 900${digits}`,
    `+44 7700 900 ${digits}`,
    `020 7946 0${digits}`,
    `(0117) 496 0${digits}`,
    `+1 212-555-01${digits.slice(1)}`,
  ]);
}

/** A random secret with the product's key prefix. */
export function apiKey(rng: Random): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return `slm_live_${Array.from({ length: 32 }, () => rng.pick([...alphabet])).join('')}`;
}

const mail = (name: string, domain: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`;

/** A sentence with personal data, as customers let it slip. */
export function customerSlip(rng: Random, customer: Customer, about: string): string {
  const domain = customer.email.split('@')[1] ?? 'freemail.example';
  return rng.pick([
    () => `You can ring me on ${phone(rng)} if that is quicker.`,
    () => `The person it concerns is ${about}, ${mail(about, domain)}.`,
    () => `My login is ${customer.email} in case you need it.`,
    () => `${about} is on ${phone(rng)}, but please only call after two.`,
    () =>
      `Employee number ${rng.between(10000, 99999)}, born ${rng.between(1, 28)}/0${rng.between(1, 9)}/19${rng.between(62, 99)}, if you need to look ${about} up.`,
    () => `We pay by card ${rng.pick(cards)}, exp ${`0${rng.between(1, 9)}`}/29, maybe that helps you find us.`,
    () => `Our account for the direct debit is ${rng.pick(ibans)}.`,
    () => `${about} lives at ${rng.pick(streets)} and cannot just come in to sort it out.`,
    () => `For testing you can use my password, it is Autumn-${rng.between(100, 999)}!rain.`,
    () => `This is the key we use at the moment: ${apiKey(rng)}`,
    () =>
      `Our server logs show ${rng.between(11, 220)}.${rng.between(0, 255)}.${rng.between(0, 255)}.${rng.between(1, 254)} if that matters.`,
  ])();
}

/** A sentence with personal data in an agent's mouth. */
export function agentSlip(rng: Random, customer: Customer, about: string): string {
  const domain = customer.email.split('@')[1] ?? 'freemail.example';
  return rng.pick([
    () => `I have sent a copy of this to ${customer.email} as well.`,
    () => `I tried to ring you on ${phone(rng)} but only got the voicemail.`,
    () => `I can see ${about} (${mail(about, domain)}) in your account.`,
    () => `Please don't send card numbers by mail, I have noted only that it ends in ${rng.pick(cards).slice(-4)}.`,
    () => `If it doesn't work, ${about} can call me directly on ${phone(rng)}.`,
  ])();
}

/** What agents say to each other in private notes. None of it may ever be seen outside. */
export function internalNote(rng: Random, customer: Customer, about: string): string {
  const first = customer.name.split(' ')[0];
  return rng.pick([
    () => `Called ${first} on ${phone(rng)}, a bit annoyed today. Be gentle.`,
    () => `Internal only: their renewal is in January and sales wants to offer 20 % off. Do not mention.`,
    () => `${about} is also complaining on social media, see the thread in our channel.`,
    () =>
      `Checked in the admin tool, account ${rng.between(100000, 999999)}, nothing unusual. Second ticket of ${first} this week I think.`,
    () => `Jonas looked at the database for this one, dont tell the customer we can do that.`,
    () => `${first} asked for a manager. ${customer.email} is the billing contact, so let's be quick.`,
    () => `Leaving this with the late shift, I am off at four. Summary: how-to question, nothing broken.`,
  ])();
}

/** The block under a customer's mail. */
export function signature(rng: Random, customer: Customer, organization: string): string {
  const job = rng.pick([
    'Operations Manager',
    'Shift Lead',
    'Office Manager',
    'HR Coordinator',
    'Duty Manager',
    'General Manager',
  ]);
  return rng.pick([
    () => `-- \n${customer.name}\n${job}, ${organization}\nM: ${phone(rng)}`,
    () => `${customer.name}\n${job} | ${organization}\nT ${phone(rng)} | ${customer.email}`,
    () => `${customer.name} | ${organization}\n\nSent from my iPhone`,
    () =>
      `${customer.name}\n${organization}\n${rng.pick(streets)}\n\nThis email and any attachment are confidential and meant for the addressee only.`,
  ])();
}
