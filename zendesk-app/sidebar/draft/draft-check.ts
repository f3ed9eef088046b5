import { useEffect, useState } from 'react';
import type { Contradiction } from '../../../shared/advice.ts';
import { useApi } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { paced } from '../ticket/pace.ts';
import { isWorthChecking, plainOf } from './draft.ts';

/** The draft is checked after so long a pause in writing, and no oftener than this. Stated. */
const PAUSE_MS = 700;
const LEAST_MS = 1_500;

/**
 * What the reply being written says otherwise than the articles. Whatever fails leaves the last answer or none: writing and
 * sending are never held up. Internal notes are not looked at.
 */
export function useDraftCheck(zaf: Zaf, conversationId: string, articleIds: string): Contradiction[] {
  const api = useApi();
  const [found, setFound] = useState<Contradiction[]>([]);
  useEffect(() => {
    let checked = '';
    let isOver = false;
    const check = async () => {
      const [comment, type] = await Promise.all([zaf.get('comment.text'), zaf.get('comment.type')]).catch(() => [
        '',
        '',
      ]);
      const text = plainOf(String(comment ?? ''));
      if (text === checked || isOver) return;
      checked = text;
      if (articleIds === '' || type === 'internalNote' || !isWorthChecking(text)) return setFound([]);
      const path = `/app/advice/${encodeURIComponent(conversationId)}/check`;
      const body = { text, articleIds: articleIds.split(',') };
      const answer = await api.send<{ contradictions: Contradiction[] }>('POST', path, body).catch(() => null);
      if (answer && !isOver && checked === text) setFound(answer.contradictions);
    };
    const writing = paced(() => void check(), PAUSE_MS, LEAST_MS);
    const stops = ['comment.text.changed', 'comment.type.changed'].map((event) => zaf.on(event, writing.note));
    writing.note();
    return () => {
      isOver = true;
      writing.stop();
      for (const stop of stops) stop();
    };
  }, [zaf, api, conversationId, articleIds]);
  return found;
}
