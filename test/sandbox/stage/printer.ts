import type { FoundLine } from './findings.ts';
import { momentOf } from './words.ts';

const BAR_WIDTH = 24;
const PLAIN_EVERY = 0.1;

const LABELS: Record<FoundLine['kind'], string> = {
  gap: 'gap',
  waiting: 'for review',
  published: 'published',
  rejected: 'rejected',
  healed: 'healed',
  harmful: 'worse',
  failed: 'failed',
};

/** Progress on one line that moves on a terminal, in plain lines elsewhere; findings as lines of their own above it. */
export function createPrinter(out: NodeJS.WriteStream = process.stdout) {
  let bar = '';
  let shownShare = -1;
  const isLive = out.isTTY === true;
  const clear = () => isLive && bar !== '' && out.write(`\r\u001b[K`);
  const line = (text: string) => {
    clear();
    out.write(`${text}\n`);
    if (isLive && bar !== '') out.write(bar);
  };
  return {
    line,
    found: (at: number, { kind, text }: FoundLine) =>
      line(`${momentOf(at).padEnd(18)} ${LABELS[kind].padEnd(11)} ${text}`),
    progress({ done, all, at }: { done: number; all: number; at: number }) {
      const share = all === 0 ? 1 : done / all;
      if (isLive) {
        const full = Math.round(share * BAR_WIDTH);
        bar = `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${momentOf(at)} · ${done} of ${all} events`;
        clear();
        out.write(bar);
      } else if (share >= shownShare + PLAIN_EVERY || (share === 1 && shownShare < 1)) {
        shownShare = share;
        line(`${momentOf(at).padEnd(18)} ${`${Math.round(share * 100)} %`.padEnd(11)} ${done} of ${all} events`);
      }
    },
    end() {
      clear();
      bar = '';
    },
  };
}
export type Printer = ReturnType<typeof createPrinter>;
