import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Contradiction } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { Noticed, Quiet, Row, Said } from '../look.tsx';
import { useTelling } from '../telling.ts';
import type { Key } from '../words.ts';
import { withValue } from './with-value.ts';

/**
 * One quiet note where a reply says otherwise than an article: what of, and two ways to set it right. It holds nothing up.
 * *Fix the reply* changes it where the value stands in it once; else the article's sentence is there to write from.
 */
export function ContradictionLine({
  found,
  zaf,
  conversationId,
}: {
  found: Contradiction;
  zaf: Zaf;
  conversationId: string;
}) {
  const { t } = useWords<Key>();
  const { failure, tell } = useTelling(conversationId);
  const [chosen, setChosen] = useState<'fix_article' | 'fix_reply' | 'fixed' | 'dismissed' | null>(null);
  const { articleId, line, says, wrote, statement, sentence } = found;
  const choose = async (kind: 'fix_article' | 'fix_reply') => {
    if (!(await tell({ kind, articleId, line, says, wrote }))) return;
    setChosen(kind === 'fix_reply' && (await replace()) ? 'fixed' : kind);
  };
  const replace = async (): Promise<boolean> => {
    try {
      const now = String((await zaf.get('comment.text')) ?? '');
      const next = withValue(now, { sentence, from: wrote, to: says });
      if (next === null) return false;
      await zaf.set('comment.text', next);
      return true;
    } catch {
      return false;
    }
  };
  if (chosen === 'dismissed') return null;
  return (
    <Noticed $variable="border.emphasis" role="status" aria-label={t('draft')}>
      {chosen === 'fix_article' && <Quiet>{t('draft_article_noted')}</Quiet>}
      {chosen === 'fixed' && <Quiet>{t('draft_reply_fixed', { says, wrote })}</Quiet>}
      {chosen === 'fix_reply' && <Quiet>{t('draft_reply_noted', { statement })}</Quiet>}
      {chosen === null && (
        <>
          <Quiet>{t('draft_says')}</Quiet>
          <Said>
            <Marked text={statement} part={says} />
          </Said>
          <p>{t('draft_wrote', { wrote })}</p>
          <Row>
            <Button size="small" isLink onClick={() => void choose('fix_reply')}>
              {t('draft_fix_reply')}
            </Button>
            <Button size="small" isLink onClick={() => void choose('fix_article')}>
              {t('draft_fix_article')}
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

/** A sentence with the value that differs made plain; where it stands in other words the sentence alone. */
function Marked({ text, part }: { text: string; part: string }) {
  const at = text.indexOf(part);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <strong>{part}</strong>
      {text.slice(at + part.length)}
    </>
  );
}
