import { random } from '../random.ts';
import type { Draft, Story } from '../types.ts';
import { agentMessage } from '../voices.ts';

/** One customer, fifteen letters, always the same answer: it must weigh as one. */
export const moonPhasesStory: Story = {
  key: 'moon_phases',
  what: 'one customer writes fifteen times about the phases of the moon in the rota',
  expect: 'nothing',
};

const letters: readonly (readonly [subject: string, body: string])[] = [
  [
    'Moon phases in the rota',
    'Good evening. Could the rota show the phase of the moon above each date? Our busiest nights at the observatory follow it closely.',
  ],
  [
    'Moon phases (second attempt)',
    'I wrote about the moon in the rota. Could it at least show the full moon? A small circle would do.',
  ],
  ['Lunar row', 'Where would I find a lunar row in the week view? I have looked under every menu, including Billing.'],
  [
    'Waxing or waning',
    'Your rota knows the weekday but not whether the moon is waxing or waning. How do I teach it that?',
  ],
  [
    'The moon once more',
    'My waiter planned himself off at full moon, our best night. With the moon in the rota this would not have happened. How do others solve this?',
  ],
  ['Eclipse on the rota', 'There is an eclipse coming. How do I mark it in the rota so that everyone sees it?'],
  ['New moon nights', 'On new moon nights we need two telescope guides. Can the rota tell me which nights these are?'],
  [
    'Question on celestial events',
    'The Leonids are on the 17th. Is there a field for celestial events in the rota, next to the moon?',
  ],
  ['Still no moon', 'It is I again. I have updated the app and there is still no moon. When may I expect it?'],
  [
    'Moon calendar import',
    'I have a table with all phases of the moon until 2031. Where do I upload it so that it stands above the dates?',
  ],
  [
    'Supermoon',
    'Is a supermoon shown differently from an ordinary full moon in your rota? My staff would like to know.',
  ],
  ['Moonrise', 'The time of moonrise would be even better than the phase. Which menu do I need for that?'],
  ['Printing the moon', 'When I print the rota for the kitchen wall, will the moon be printed as well?'],
  [
    'A drawing',
    'I made a drawing of how the moon could look above the date. To whom may I send it? And how do I get the phase there until then?',
  ],
  [
    'Moon, last question',
    'One last question about the moon: does the phase I typed above the date stay when I copy the week?',
  ],
];
const answers: readonly (readonly string[])[] = [
  [
    'The rota does not show the moon, but you can write the phase there yourself.',
    'There is no moon in the rota, but you can put the phase there by hand.',
  ],
  ['Open Rota and click Day notes above the date.', 'Go to Rota and click Day notes above the date.'],
  ['Type the phase of the moon and press Enter.', 'Type in the phase of the moon and press Enter.'],
  ['The note is shown to everyone on the rota.', 'Everyone on the rota sees the note above the date.'],
];
const agentsInTurn = ['ines', 'tom', 'priya', 'jonas', 'leila', 'marcus'] as const;
const lastWords = [
  'Wonderful. I remain, with clear skies, yours, B. Quill',
  'That will do until the real moon arrives. B. Quill',
  'Noted. I shall write again. Barnaby Quill',
  'Thank you, {agent}. The cat agrees.',
];

/** About one letter a day, from the second to the last of the fourteen days. */
export const moonPhases = (): Draft[] =>
  letters.map(([subject, body], index) => {
    const key = `moon-phases-${String(index + 1).padStart(2, '0')}`;
    const rng = random(key);
    const agentKey = agentsInTurn[index % agentsInTurn.length] ?? 'ines';
    const day = Date.parse('2026-11-03T00:00:00Z') + Math.floor(index * 0.86) * 86_400_000;
    const slots = { first: 'Barnaby', day: 'evening' };
    const answer = answers.map((variants) => rng.pick(variants)).join(' ');
    const thanks = rng.pick(lastWords).replace('{agent}', agentKey === 'ines' ? 'Ines' : 'dear support');
    return {
      key,
      story: 'moon_phases',
      customer: 'barnaby.quill',
      subject,
      channel: 'email' as const,
      from: new Date(day + (6 + (index % 2) * 5) * 3_600_000).toISOString(),
      to: new Date(day + (11 + (index % 2) * 6) * 3_600_000).toISOString(),
      turns: [
        {
          author: 'customer' as const,
          text: `${body}\n\nBarnaby Quill\nProprietor, Moonridge Observatory Cafe\nTelephone 01632 960${100 + index * 7}`,
          public: true,
          wait: 0,
        },
        {
          author: 'agent' as const,
          agentKey,
          text: agentMessage(rng, agentKey, answer, slots, { first: true, last: true, channel: 'email' }),
          public: true,
          wait: rng.between(20, 150),
        },
        ...(index % 3 === 2
          ? []
          : [{ author: 'customer' as const, text: thanks, public: true, wait: rng.between(30, 120) }]),
      ],
    };
  });
