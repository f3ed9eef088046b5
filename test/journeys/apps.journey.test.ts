import { afterAll, beforeAll } from 'vitest';
import { agentJourneys } from './apps/agent.ts';
import { keyboardJourneys } from './apps/keys.ts';
import { leadJourneys } from './apps/lead.ts';
import { lookJourneys } from './apps/looks.ts';
import { rightsJourneys } from './apps/rights.ts';
import { stateJourneys } from './apps/states.ts';
import { togetherJourneys } from './apps/together.ts';
import { type Desk, startDesk } from './harness/desk.ts';

let running: Desk | null = null;
const desk = (): Desk => {
  if (!running) throw new Error('the desk did not start');
  return running;
};

beforeAll(async () => {
  running = await startDesk();
});
afterAll(() => running?.close());

togetherJourneys(desk);
rightsJourneys(desk);
stateJourneys(desk);
lookJourneys(desk);
keyboardJourneys(desk);
agentJourneys(desk);
leadJourneys(desk);
