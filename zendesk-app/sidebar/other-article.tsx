import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { FoundArticle } from '../../shared/advice.ts';
import { useApi, useWords } from '../frame/joined.tsx';
import { Part, Quiet, Row } from './look.tsx';
import { useTelling } from './telling.ts';
import type { Key } from './words.ts';

/** Links the article that helped where it is none of those shown. */
export function OtherArticle({ conversationId }: { conversationId: string }) {
  const { t } = useWords<Key>();
  const api = useApi();
  const { state, failure, tell } = useTelling(conversationId);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<FoundArticle[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  const search = async (event: FormEvent) => {
    event.preventDefault();
    if (query.trim() === '') return;
    try {
      setFailed(false);
      const path = `/app/advice/${encodeURIComponent(conversationId)}/articles?q=${encodeURIComponent(query.trim())}`;
      setFound((await api.get<{ articles: FoundArticle[] }>(path)).articles);
    } catch {
      setFailed(true);
    }
  };

  if (state === 'told') return <Quiet role="status">{t('thanks')}</Quiet>;
  if (!isOpen)
    return (
      <div>
        <Button size="small" isLink onClick={() => setOpen(true)}>
          {t('other')}
        </Button>
      </div>
    );
  return (
    <Part
      as="form"
      role="search"
      onSubmit={(event: FormEvent) => void search(event)}
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
    >
      <Field>
        <Field.Label isRegular>{t('other_search')}</Field.Label>
        <Input
          ref={field}
          isCompact
          type="search"
          value={query}
          maxLength={200}
          onChange={({ target }) => setQuery(target.value)}
        />
      </Field>
      <Row>
        <Button size="small" type="submit">
          {t('send_search')}
        </Button>
        <Button size="small" isBasic type="button" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </Row>
      <div role="status">
        {found?.length === 0 && <Quiet>{t('other_none')}</Quiet>}
        {(hasFailed || failure) && <Quiet>{t('not_sent')}</Quiet>}
      </div>
      {found?.map(({ id, title }) => (
        <div key={id}>
          <Button
            size="small"
            isLink
            type="button"
            aria-label={t('other_choose', { title })}
            onClick={() => void tell({ kind: 'linked', articleId: id })}
          >
            {title}
          </Button>
        </div>
      ))}
    </Part>
  );
}
