import { XXL } from '@zendeskgarden/react-typography';
import type { ReactNode } from 'react';
import { Line, Quiet, Stack } from './layout.tsx';

/** A view: its name, what it is for in one sentence, what can be done with all of it, and what it shows. */
export function Page(page: { title: string; lead?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Stack $gap={16}>
      <Line $end $gap={12}>
        <Stack $gap={2}>
          <XXL tag="h1" isBold>
            {page.title}
          </XXL>
          {page.lead && <Quiet as="p">{page.lead}</Quiet>}
        </Stack>
        {page.actions && <Line>{page.actions}</Line>}
      </Line>
      {page.children}
    </Stack>
  );
}
