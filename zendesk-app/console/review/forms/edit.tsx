import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Textarea } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import { useEffect, useRef, useState } from 'react';
import type { RewordRefusal } from '../../../../shared/advice.ts';
import type { DecisionView } from '../../../../shared/console/review.ts';
import { useConsoleWords } from '../../keys.ts';
import { Card, Line, Quiet, Stack } from '../../parts/layout.tsx';

/** A wording: of single paragraphs (null takes one out), or of the whole as HTML. */
export type Edit = { title: string } & ({ blocks: { index: number; text: string | null }[] } | { bodyHtml: string });

/** The proposal in the reviewer's words: paragraph by paragraph, so that nothing else moves; or as HTML. */
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
  const [texts, setTexts] = useState<Record<number, string | null>>({});
  const [html, setHtml] = useState(view.blocks.length === 0 ? view.bodyHtml : null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!form.isBusy) first.current?.focus();
  }, [form.isBusy]);
  const isChanged = title !== view.title || (html === null ? Object.keys(texts).length > 0 : html !== view.bodyHtml);
  const save = (isApproved: boolean) => {
    if (!isChanged || form.isBusy) return;
    const blocks = Object.entries(texts).map(([index, text]) => ({ index: Number(index), text }));
    form.onSave({ isApproved, ...(html === null ? { title, blocks } : { title, bodyHtml: html }) });
  };
  return (
    <Card
      as="form"
      onSubmit={(event) => {
        event.preventDefault();
        save(true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') form.onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(true);
      }}
    >
      <Stack $gap={10}>
        <Field>
          <Label>{t('edit.title')}</Label>
          <Input ref={first} maxLength={500} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        {html === null ? (
          <Blocks view={view} texts={texts} onTexts={setTexts} />
        ) : (
          <Field>
            <Label>{t('edit.html')}</Label>
            <Textarea minRows={12} isResizable value={html} onChange={(event) => setHtml(event.target.value)} />
          </Field>
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
          {view.blocks.length > 0 && (
            <Button isLink onClick={() => setHtml(html === null ? view.bodyHtml : null)}>
              {t(html === null ? 'edit.asHtml' : 'edit.asText')}
            </Button>
          )}
        </Line>
      </Stack>
    </Card>
  );
}

type Texts = Record<number, string | null>;

function Blocks({ view, texts, onTexts }: { view: DecisionView; texts: Texts; onTexts: (texts: Texts) => void }) {
  const { t } = useConsoleWords();
  const without = (index: number) => Object.fromEntries(Object.entries(texts).filter(([key]) => Number(key) !== index));
  const changed = (index: number, was: string, text: string | null) =>
    onTexts(text === was ? without(index) : { ...texts, [index]: text });
  return view.blocks.map(({ index, text }, i) => {
    const now = Object.hasOwn(texts, index) ? (texts[index] ?? null) : text;
    return (
      <Field key={index}>
        <Line $end>
          <Label>{t('edit.block', { number: i + 1 })}</Label>
          <Button
            size="small"
            isBasic
            isDanger={now !== null}
            onClick={() => changed(index, text, now === null ? text : null)}
          >
            {t(now === null ? 'edit.keep' : 'edit.remove')}
          </Button>
        </Line>
        <Textarea
          minRows={1}
          maxRows={8}
          isResizable
          disabled={now === null}
          value={now ?? text}
          style={now === null ? { textDecoration: 'line-through' } : {}}
          onChange={(event) => changed(index, text, event.target.value)}
        />
      </Field>
    );
  });
}
