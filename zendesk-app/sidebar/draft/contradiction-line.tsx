import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Contradiction } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import { Noticed, Quiet, Row } from '../look.tsx';
import { useTelling } from '../telling.ts';
import type { Key } from '../words.ts';

/** One quiet line where a reply says otherwise than an article, with two ways to set it right. It holds nothing up. */
export function ContradictionLine({ found, conversationId }: { found: Contradiction; conversationId: string }) {
  const { t } = useWords<Key>();
  const { failure, tell } = useTelling(conversationId);
  const [chosen, setChosen] = useState<'fix_article' | 'fix_reply' | 'dismissed' | null>(null);
  const { articleId, line, says, wrote, statement } = found;
  const choose = async (kind: 'fix_article' | 'fix_reply') => {
    if (await tell({ kind, articleId, line, says, wrote })) setChosen(kind);
  };
  if (chosen === 'dismissed') return null;
  return (
    <Noticed $variable="border.emphasis" role="status" aria-label={t('draft')}>
      {chosen === 'fix_article' && <Quiet>{t('draft_article_noted')}</Quiet>}
      {chosen === 'fix_reply' && <Quiet>{t('draft_reply_noted', { statement })}</Quiet>}
      {chosen === null && (
        <>
          <p>{t('draft_differs', { says, wrote })}</p>
          <Row>
            <Button size="small" isLink onClick={() => void choose('fix_article')}>
              {t('draft_fix_article')}
            </Button>
            <Button size="small" isLink onClick={() => void choose('fix_reply')}>
              {t('draft_fix_reply')}
            </Button>
            <Button size="small" isLink isNeutral onClick={() => setChosen('dismissed')}>
              {t('dismiss')}
            </Button>
          </Row>
          {failure && <Quiet>{t('not_sent')}</Quiet>}
        </>
      )}
    </Noticed>
  );
}
