import { z } from 'zod';

/** Canvas content and stored data, in bytes of JSON each. Source: Canvas Kit reference, canvas object. */
export const MAX_CANVAS_BYTES = 64 * 1024;
/** Our own bound of an id, well above the longest we make. */
const MAX_ID = 300;
const MIN_OPTIONS = 2;
const MAX_OPTIONS = 10;

const id = z.string().min(1).max(MAX_ID);
const text = z.string().min(1);
const webUrl = z.url({ protocol: /^https?$/ });
const submit = z.strictObject({ type: z.literal('submit') });
const url = z.strictObject({ type: z.literal('url'), url: webUrl });
const action = z.discriminatedUnion('type', [submit, url]);
const saveState = z.enum(['unsaved', 'saved', 'failed']).optional();
const isDisabled = z.boolean().optional();
const option = z.strictObject({ type: z.literal('option'), id, text, disabled: isDisabled });
const options = z.array(option).min(MIN_OPTIONS).max(MAX_OPTIONS);
const bottomMargin = z.literal('none').optional();
const size = z.number().positive();

const item = z.strictObject({
  type: z.literal('item'),
  id,
  title: text,
  subtitle: z.string().optional(),
  tertiary_text: z.string().optional(),
  image: webUrl.optional(),
  image_width: size.optional(),
  image_height: size.optional(),
  rounded_image: z.boolean().optional(),
  disabled: isDisabled,
  action: action.optional(),
});

const component = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text,
    id: id.optional(),
    align: z.enum(['left', 'center', 'right']).optional(),
    style: z.enum(['header', 'paragraph', 'muted', 'error']).optional(),
    bottom_margin: bottomMargin,
  }),
  z.strictObject({
    type: z.literal('button'),
    id,
    label: text,
    action,
    style: z.enum(['primary', 'secondary', 'link']).optional(),
    disabled: isDisabled,
  }),
  z.strictObject({ type: z.literal('list'), items: z.array(item).min(1), disabled: isDisabled }),
  z.strictObject({
    type: z.literal('input'),
    id,
    label: z.string().optional(),
    placeholder: z.string().optional(),
    value: z.string().optional(),
    action: submit.optional(),
    save_state: saveState,
    disabled: isDisabled,
  }),
  z.strictObject({
    type: z.literal('textarea'),
    id,
    label: z.string().optional(),
    placeholder: z.string().optional(),
    value: z.string().optional(),
    error: z.boolean().optional(),
    disabled: isDisabled,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id,
    options,
    label: z.string().optional(),
    value: z.string().optional(),
    save_state: saveState,
    disabled: isDisabled,
  }),
  z.strictObject({
    type: z.literal('checkbox'),
    id,
    option: z.array(option).min(1),
    label: z.string(),
    value: z.array(z.string()).optional(),
    save_state: saveState,
    disabled: isDisabled,
  }),
  z.strictObject({
    type: z.literal('single-select'),
    id,
    options,
    label: z.string().optional(),
    value: z.string().optional(),
    save_state: saveState,
    disabled: isDisabled,
    action: submit.optional(),
  }),
  z.strictObject({
    type: z.literal('spacer'),
    id: id.optional(),
    size: z.enum(['xs', 's', 'm', 'l', 'xl']).optional(),
  }),
  z.strictObject({ type: z.literal('divider'), id: id.optional(), bottom_margin: bottomMargin }),
  z.strictObject({
    type: z.literal('image'),
    id: id.optional(),
    url: webUrl,
    width: size,
    height: size,
    align: z.enum(['left', 'center', 'right', 'full_width']).optional(),
    rounded: z.boolean().optional(),
    bottom_margin: bottomMargin,
    action: url.optional(),
  }),
  z.strictObject({
    type: z.literal('data-table'),
    items: z.array(z.strictObject({ type: z.literal('field-value'), field: text, value: text })).min(1),
  }),
]);

const content = z.strictObject({ components: z.array(component).min(1) }).superRefine(({ components }, context) => {
  const ids = components.flatMap((one) => [
    ...('id' in one && one.id !== undefined ? [one.id] : []),
    ...(one.type === 'list' ? one.items.map((row) => row.id) : []),
  ]);
  for (const twice of ids.filter((one, i) => ids.indexOf(one) !== i))
    context.addIssue({ code: 'custom', message: `the id ${twice} stands twice` });
});

const fits = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length <= MAX_CANVAS_BYTES;

/**
 * What an Inbox app may answer: the components, fields and limits of Canvas Kit, without the Messenger's sheets and live
 * canvases. Strict: a field that Intercom does not know is refused here and not there. Ids are unique in a canvas.
 */
export const canvasSchema = z.strictObject({
  content: content.refine(fits, 'the content is larger than 64 KB'),
  stored_data: z.record(z.string(), z.unknown()).refine(fits, 'the stored data is larger than 64 KB').optional(),
});
