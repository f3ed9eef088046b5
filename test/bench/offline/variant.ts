export interface Ticket {
  id: string;
  created_at: string;
  channel?: string;
  subject: string;
  messages: { author: 'customer' | 'agent'; text: string; at: string }[];
}

/** A small seeded generator (mulberry32), for variants of the data only. */
function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A variant of the data, to see whether a figure holds: other order, fewer tickets, agents' words dropped at random. */
export function variant(
  tickets: Ticket[],
  options: { shuffle: string; every: string; drop: string; limit: string },
): Ticket[] {
  const next = random(Number(options.shuffle || '1'));
  let made = tickets.filter((_, i) => i % Number(options.every) === 0);
  if (options.shuffle) {
    const stamps = made.map((t) => Date.parse(t.created_at));
    made = made
      .map((t) => ({ t, r: next() }))
      .sort((a, b) => a.r - b.r)
      .map((x) => x.t);
    made = made.map((t, i) => {
      const shift = stamps[i]! - Date.parse(t.created_at);
      const moved = (at: string): string => new Date(Date.parse(at) + shift).toISOString();
      return { ...t, created_at: moved(t.created_at), messages: t.messages.map((m) => ({ ...m, at: moved(m.at) })) };
    });
  }
  const drop = Number(options.drop);
  if (drop > 0)
    made = made.map((t) => ({
      ...t,
      messages: t.messages.map((m) =>
        m.author === 'agent'
          ? {
              ...m,
              text: m.text
                .split(' ')
                .filter((_w, i) => i === 0 || next() >= drop)
                .join(' '),
            }
          : m,
      ),
    }));
  return options.limit ? made.slice(0, Number(options.limit)) : made;
}
