import type { SeedConversation } from './seed/index.ts';

/** Share of the wait for the first answer after which somebody sees that it is another team's. */
const SEEN_AFTER = 0.7;

/** When a conversation is handed on: before anybody answers. */
export function handedOnAt({ turns }: SeedConversation): number {
  const [opened = 0, answered = 0] = [turns[0], turns.find((turn) => turn.author === 'agent')].map((turn) =>
    Date.parse(turn?.at ?? ''),
  );
  return opened + Math.floor(SEEN_AFTER * (answered - opened));
}
