import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { getColor } from '@zendeskgarden/react-theming';
import { useId, useState } from 'react';
import styled from 'styled-components';
import type { AdvisedArticle, ArticleHealth } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { PatchBox } from '../draft/patch-box.tsx';
import { Hidden, Part, Quiet, Row } from '../look.tsx';
import { useTelling } from '../telling.ts';
import type { Key } from '../words.ts';
import { ArticleActions } from './article-actions.tsx';
import { ArticleFacts } from './article-facts.tsx';
import { FlagForm } from './flag-form.tsx';

const HUES: Record<ArticleHealth, string> = {
  validated: 'green',
  healed_recently: 'blue',
  patch_waiting: 'yellow',
  stale: 'orange',
  contested: 'red',
  unproven: 'grey',
};

const Item = styled.li`
  list-style: none;
  padding: 8px 0;
  border-top: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
`;

const Link = styled.a`
  color: ${({ theme }) => getColor({ variable: 'foreground.primary', theme })};
  text-decoration: none;
  &:hover, &:focus-visible { text-decoration: underline; }
`;

/** An article that fits: its health in a word, why on demand, and what an agent can do about it in place. */
export function ArticleCard({
  article,
  conversationId,
  asOf,
  zaf,
  snippet = null,
  onChanged,
}: {
  article: AdvisedArticle;
  zaf: Zaf;
  /** The words of it that fit what was looked for. */
  snippet?: string | null;
  conversationId: string;
  asOf: number;
  onChanged: () => void;
}) {
  const { t } = useWords<Key>();
  const id = useId();
  const telling = useTelling(conversationId);
  const { state, failure, tell } = telling;
  const [isOpen, setOpen] = useState(article.patch?.mayApprove ?? false);
  const [isFlagging, setFlagging] = useState(false);
  return (
    <Item>
      <Part>
        <Link href={article.url} target="_blank" rel="noopener noreferrer">
          {article.title} <Hidden>{t('article_opens', { title: '' })}</Hidden>
        </Link>
        <Row>
          <Tag hue={HUES[article.health]} size="small">
            <span>{t(`health_${article.health}`)}</span>
          </Tag>
          <Button
            size="small"
            isLink
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('details_of', { title: article.title })}
            onClick={() => setOpen(!isOpen)}
          >
            {t('details')}
          </Button>
        </Row>
        {snippet !== null && <Quiet>{snippet}</Quiet>}
        <ArticleActions article={article} quote={snippet} zaf={zaf} telling={telling} />
        {isOpen && (
          <Part id={id}>
            <ArticleFacts why={article.why} asOf={asOf} />
            {article.patch && <PatchBox patch={article.patch} onChanged={onChanged} />}
            {isFlagging ? (
              <FlagForm article={article} conversationId={conversationId} onClose={() => setFlagging(false)} />
            ) : (
              <Row>
                <Button
                  size="small"
                  disabled={state !== 'idle'}
                  onClick={() => void tell({ kind: 'linked', articleId: article.id })}
                >
                  {t('helped')}
                </Button>
                <Button size="small" isBasic onClick={() => setFlagging(true)}>
                  {t('flag')}
                </Button>
                <Quiet as="span" role="status">
                  {state === 'told' && t('thanks')}
                  {failure && t('not_sent')}
                </Quiet>
              </Row>
            )}
          </Part>
        )}
      </Part>
    </Item>
  );
}
