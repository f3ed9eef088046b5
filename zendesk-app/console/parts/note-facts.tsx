import { Anchor } from '@zendeskgarden/react-buttons';
import type { DecisionView } from '../../../shared/console/review.ts';
import type { NoteEvidence } from '../../../shared/gap.ts';
import { useConsoleWords } from '../keys.ts';
import { Heading, Quiet, Stack } from './layout.tsx';
import { QuoteList } from './quotes.tsx';

/** What a proposal rests on: agents' words, or what a change note says. */
export function Evidence({ view }: { view: Pick<DecisionView, 'note' | 'evidence'> }) {
  const { t } = useConsoleWords();
  if (view.note) return <NoteFacts note={view.note} />;
  return (
    <>
      <Heading as="h3">{t('review.evidence')}</Heading>
      <QuoteList quotes={view.evidence} none={t('review.evidence.none')} atFirst={2} />
    </>
  );
}

/** What a change note says, in the place of agents' words: its own lines, and since or from when it is so. */
function NoteFacts({ note }: { note: NoteEvidence }) {
  const { t, dateTime } = useConsoleWords();
  const isLive = note.at <= Date.now();
  return (
    <Stack $gap={8}>
      <Heading as="h3">{t('review.note.title')}</Heading>
      <Quiet>
        {note.title} · {t(isLive ? 'review.note.live' : 'review.note.later', { at: dateTime(note.at) })}
      </Quiet>
      {[...new Set(note.lines.map(({ said }) => said))].map((said) => (
        <blockquote key={said} style={{ margin: 0 }}>
          {said}
        </blockquote>
      ))}
      {note.url !== null && (
        <Anchor href={note.url} target="_blank" rel="noreferrer">
          {t('review.note.read')}
        </Anchor>
      )}
    </Stack>
  );
}
