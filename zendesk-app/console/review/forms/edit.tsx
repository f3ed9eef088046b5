import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Textarea } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { RewordRefusal } from '../../../../shared/advice.ts';
import type { DecisionView } from '../../../../shared/console/review.ts';
import { useConsoleWords } from '../../keys.ts';
import { Card, Line, Quiet, Stack } from '../../parts/layout.tsx';

/** Loaded when somebody edits: nobody else needs it. */
const ArticleEditor = lazy(async () => ({ default: (await import('../../editor/article-editor.tsx')).ArticleEditor }));

/** A wording: the title and the whole as HTML. */
export interface Edit {
  title: string;
  bodyHtml: string;
}

/** The proposal in the reviewer's words: written as it is read, or as HTML. */
export function EditForm(form: {
  view: DecisionView;
  isBusy: boolean;
  /** What the content rules refuse of what was sent last. */
  refused: RewordRefusal[];
  /** Keeps the wording, and approves it in the same step where told. */
  onSave: (edit: Edit & { isApproved: boolean }) => void;
  onCancel: () => void;
}) {
  const { t } = useConsoleWords();
  const { view } = form;
  const [title, setTitle] = useState(view.title);
  const [html, setHtml] = useState<string | null>(null);
  const [isSource, setSource] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!form.isBusy) first.current?.focus();
  }, [form.isBusy]);
  const isChanged = title !== view.title || (html !== null && html !== view.bodyHtml);
  const save = (isApproved: boolean) => {
    if (isChanged && !form.isBusy) form.onSave({ isApproved, title, bodyHtml: html ?? view.bodyHtml });
  };
  return (
    <Card
      as="form"
      onSubmit={(event) => {
        event.preventDefault();
        save(true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isChanged) form.onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(true);
      }}
    >
      <Stack $gap={10}>
        <Field>
          <Label>{t('edit.title')}</Label>
          <Input ref={first} maxLength={500} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        {isSource ? (
          <Field>
            <Label>{t('edit.html')}</Label>
            <Textarea
              minRows={12}
              isResizable
              value={html ?? view.bodyHtml}
              onChange={(event) => setHtml(event.target.value)}
            />
          </Field>
        ) : (
          <Suspense fallback={<Quiet role="status">{t('edit.loading')}</Quiet>}>
            <ArticleEditor pieces={view.pieces} onHtml={setHtml} />
          </Suspense>
        )}
        <div role="alert">
          {form.refused.map((rule) => (
            <Alert key={rule} type="error">
              {t(`refused.${rule}`)}
            </Alert>
          ))}
        </div>
        <Quiet>{t('edit.note')}</Quiet>
        <Line>
          <Button type="submit" isPrimary disabled={!isChanged || form.isBusy}>
            {t('edit.approve')}
          </Button>
          <Button disabled={!isChanged || form.isBusy} onClick={() => save(false)}>
            {t('edit.save')}
          </Button>
          <Button isBasic onClick={form.onCancel}>
            {t('act.cancel')}
          </Button>
          {!isSource && (
            <Button isLink onClick={() => setSource(true)}>
              {t('edit.asHtml')}
            </Button>
          )}
        </Line>
      </Stack>
    </Card>
  );
}
