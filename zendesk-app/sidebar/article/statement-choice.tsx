import { Field, Select } from '@zendeskgarden/react-forms';
import { useEffect, useState } from 'react';
import type { AdvisedArticle, FlaggableStatement } from '../../../shared/advice.ts';
import { useApi, useWords } from '../../frame/joined.tsx';
import { Said } from '../look.tsx';
import type { Key } from '../words.ts';

/**
 * Which sentence is meant: the article as a whole, one in doubt, or any other. It stands from the start, so that nothing moves
 * under the pointer when the sentences arrive; without them the first two are there.
 */
export function StatementChoice({
  article,
  conversationId,
  line,
  onChosen,
}: {
  article: AdvisedArticle;
  conversationId: string;
  line: number | null;
  onChosen: (line: number | null) => void;
}) {
  const { t } = useWords<Key>();
  const api = useApi();
  const { id, locale } = article;
  const { doubted } = article.why;
  const [all, setAll] = useState<FlaggableStatement[]>([]);
  useEffect(() => {
    const path = `/app/advice/${encodeURIComponent(conversationId)}/articles/${encodeURIComponent(id)}/statements`;
    api.get<{ statements: FlaggableStatement[] }>(`${path}?locale=${encodeURIComponent(locale)}`).then(
      ({ statements }) => setAll(statements),
      () => undefined,
    );
  }, [api, conversationId, id, locale]);
  const others = all.filter((one) => !doubted.some((doubt) => doubt.line === one.line));
  const chosen = [...doubted, ...others].find((one) => one.line === line);
  return (
    <>
      <Field>
        <Field.Label isRegular>{t('flag_which')}</Field.Label>
        <Select
          isCompact
          value={line ?? ''}
          onChange={({ target }) => onChosen(target.value === '' ? null : Number(target.value))}
        >
          <option value="">{t('flag_whole')}</option>
          <Statements label={t('flag_doubted')} of={doubted} />
          <Statements label={t('flag_sentences')} of={others} />
        </Select>
      </Field>
      {chosen && <Said>{chosen.text}</Said>}
    </>
  );
}

function Statements({ label, of }: { label: string; of: readonly FlaggableStatement[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ line, text }) => (
        <option key={line} value={line}>
          {text}
        </option>
      ))}
    </optgroup>
  );
}
