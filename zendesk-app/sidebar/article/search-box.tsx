import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import type { FoundArticle } from '../../../shared/advice.ts';
import { useApi, useWords } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { List, Part, Quiet, Row } from '../look.tsx';
import { useTelling } from '../telling.ts';
import type { Key } from '../words.ts';
import { ArticleCard } from './article-card.tsx';

/** The help center's articles by their words: always there, whatever Mend has to say of the ticket. */
export function SearchBox({ conversationId, zaf, asOf }: { conversationId: string; zaf: Zaf; asOf: number }) {
  const { t } = useWords<Key>();
  const api = useApi();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<FoundArticle[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { tell } = useTelling(conversationId);
  const look = async () => {
    if (query.trim() === '') return setFound(null);
    try {
      setFailed(false);
      const path = `/app/advice/${encodeURIComponent(conversationId)}/articles?q=${encodeURIComponent(query.trim())}`;
      setFound((await api.get<{ articles: FoundArticle[] }>(path)).articles);
      void tell({ kind: 'searched' });
    } catch {
      setFailed(true);
    }
  };
  return (
    <Part>
      <Row
        as="form"
        role="search"
        style={{ flexWrap: 'nowrap' }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field style={{ flex: 1, minWidth: 0 }}>
          <Field.Label hidden>{t('search')}</Field.Label>
          <Input
            isCompact
            type="search"
            placeholder={t('search')}
            value={query}
            maxLength={200}
            onChange={({ target }) => setQuery(target.value)}
          />
        </Field>
        <Button size="small" type="submit">
          {t('send_search')}
        </Button>
      </Row>
      <div role="status">
        {found?.length === 0 && <Quiet>{t('other_none')}</Quiet>}
        {hasFailed && <Quiet>{t('not_sent')}</Quiet>}
      </div>
      {found !== null && found.length > 0 && (
        <List>
          {found.map((article) => (
            <ArticleCard
              key={`${article.id}/${article.locale}`}
              article={article}
              snippet={article.snippet}
              zaf={zaf}
              conversationId={conversationId}
              asOf={asOf}
              onChanged={() => void look()}
            />
          ))}
        </List>
      )}
    </Part>
  );
}
