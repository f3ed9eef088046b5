import { useId } from 'react';
import type { GapWarning } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import { Heading, Noticed, Quiet } from '../look.tsx';
import type { Key } from '../words.ts';

/** That knowledge fails for this question, for how many, and what is being done. */
export function GapLine({ gap }: { gap: GapWarning }) {
  const { t } = useWords<Key>();
  const id = useId();
  return (
    <Noticed $variable="border.warningEmphasis" aria-labelledby={id}>
      <Heading id={id}>{t(`gap_${gap.cause}`)}</Heading>
      <Quiet>
        {t('gap_week', { count: gap.thisWeek })} {t(gap.fix === null ? 'gap_collecting' : 'gap_fix_waits')}
      </Quiet>
    </Noticed>
  );
}
