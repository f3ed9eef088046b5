import { useId } from 'react';
import type { KnownIssue } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import { Heading, Noticed, Quiet } from '../look.tsx';
import type { Key } from '../words.ts';

/** Many customers at once: how many, since when, and what helps meanwhile. */
export function KnownIssueBanner({ issue }: { issue: KnownIssue }) {
  const { t, date } = useWords<Key>();
  const id = useId();
  return (
    <Noticed $variable="border.dangerEmphasis" aria-labelledby={id}>
      <Heading id={id}>{t(issue.isAcknowledged ? 'known_acknowledged' : 'known_burst')}</Heading>
      <Quiet>{t('known_people', { count: issue.people, since: date(issue.since) })}</Quiet>
      {issue.workaround ? (
        <p>
          <strong>{t('known_workaround')}</strong> {issue.workaround}
        </p>
      ) : (
        <Quiet>{t('known_none')}</Quiet>
      )}
    </Noticed>
  );
}
