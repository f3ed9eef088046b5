import { Button } from '@zendeskgarden/react-buttons';
import { useId, useState } from 'react';
import styled from 'styled-components';
import type { ReplySource, SuggestedReply } from '../../../shared/advice.ts';
import { copied } from '../../frame/clipboard.ts';
import { useWords } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { Card, Heading, Quiet, Row } from '../look.tsx';
import { asMarkup } from '../markup.ts';
import { useTelling } from '../telling.ts';
import type { Key, SidebarWords } from '../words.ts';

/** Chances from which a reply is called likely right, and worth a look. Stated. */
const SURE = 0.75;
const FAIR = 0.4;

/** Longer replies are folded. */
const FOLDED_CHARS = 320;

const Text = styled.p<{ $isFolded: boolean }>`
  white-space: pre-line;
  ${({ $isFolded }) => ($isFolded ? 'display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden;' : '')}
`;

/** A reply to start from: what it says, how sure, where from, and one click into the composer. */
export function ReplyCard({ reply, zaf, conversationId }: { reply: SuggestedReply; zaf: Zaf; conversationId: string }) {
  const words = useWords<Key>();
  const { t } = words;
  const id = useId();
  const { tell } = useTelling(conversationId);
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<'inserted' | 'refused' | 'copied' | null>(null);
  const isLong = reply.text.length > FOLDED_CHARS;

  const insert = async () => {
    try {
      await zaf.invoke('ticket.editor.insert', asMarkup(reply.text));
      setDone('inserted');
      void tell({ kind: 'inserted', replyId: reply.id, text: reply.text });
    } catch {
      setDone('refused');
    }
  };

  return (
    <Card aria-labelledby={id}>
      <Row>
        <Heading id={id}>{t('reply')}</Heading>
        <Quiet as="span">{t(sureness(reply.confidence))}</Quiet>
      </Row>
      <Text $isFolded={isLong && !isOpen}>{reply.text}</Text>
      {isLong && (
        <div>
          <Button size="small" isLink aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'show_less' : 'show_all')}
          </Button>
        </div>
      )}
      {reply.sources.map((source) => (
        <Quiet key={source.kind}>{sourceWords(words, source)}</Quiet>
      ))}
      <Row>
        <Button size="small" isPrimary onClick={() => void insert()}>
          {t('reply_insert')}
        </Button>
        {(done === 'refused' || done === 'copied') && (
          <Button size="small" onClick={() => void copied(reply.text).then((ok) => ok && setDone('copied'))}>
            {t('reply_copy')}
          </Button>
        )}
        <Quiet as="span" role="status">
          {done === 'inserted' && t('reply_inserted')}
          {done === 'refused' && t('reply_not_inserted')}
          {done === 'copied' && t('reply_copied')}
        </Quiet>
      </Row>
    </Card>
  );
}

function sureness(confidence: number): Key {
  return confidence >= SURE ? 'reply_sure' : confidence >= FAIR ? 'reply_fair' : 'reply_unsure';
}

function sourceWords({ t }: SidebarWords, source: ReplySource): string {
  if (source.kind === 'conversations') return t('reply_from_tickets', { count: source.count });
  const { title, section, isPatched } = source;
  const from = section ? t('reply_from_section', { section, title }) : t('reply_from_article', { title });
  return isPatched ? `${from}. ${t('reply_patched')}` : from;
}
