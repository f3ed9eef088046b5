import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { useWords } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { Quiet, Row } from '../look.tsx';
import { asLink, asQuote } from '../markup.ts';
import type { Telling } from '../telling.ts';
import type { Key } from '../words.ts';

/** What goes into the reply of an article: its link, or its words with the link. Either tells that it is the one that fits. */
export function ArticleActions(of: {
  article: { id: string; title: string; url: string };
  quote: string | null;
  zaf: Zaf;
  telling: Telling;
}) {
  const { t } = useWords<Key>();
  const { article, quote, zaf, telling } = of;
  const [done, setDone] = useState<'inserted' | 'refused' | null>(null);
  const insert = async (markup: string) => {
    try {
      await zaf.invoke('ticket.editor.insert', markup);
      setDone('inserted');
      if (telling.state === 'idle') void telling.tell({ kind: 'linked', articleId: article.id });
    } catch {
      setDone('refused');
    }
  };
  return (
    <Row>
      <Button size="small" onClick={() => void insert(asLink(article))}>
        {t('insert_link')}
      </Button>
      {quote && (
        <Button size="small" isBasic onClick={() => void insert(asQuote(quote, article))}>
          {t('insert_quote')}
        </Button>
      )}
      <Quiet as="span" role="status">
        {done === 'inserted' && t('reply_inserted')}
        {done === 'refused' && t('reply_not_inserted')}
      </Quiet>
    </Row>
  );
}
