import type { TicketView } from '../../contract.ts';
import type { Composer } from '../composer.ts';
import type { Surface } from './answer.ts';
import type { AppFrame } from './frame.ts';
import { type Page, surfaceOf } from './surface.ts';

/** The ticket on the page, as far as an app reaches it. */
interface OpenTicket {
  readonly view: TicketView;
  readonly composer: Composer;
  readonly status: string;
  readonly tags: string[];
  setStatus(status: string): void;
  setTags(tags: string[]): void;
  allowSave(isAllowed: boolean): void;
}

/** What an app beside a ticket may read, change and call (platform facts A6). */
export function ticketSurface(frame: AppFrame, page: Page, ticket: OpenTicket): Surface {
  const { composer } = ticket;
  const insert = (html: unknown) => composer.insert(String(html));
  const appendText = (text: unknown) => composer.appendText(String(text));
  const appendHtml = (html: unknown) => composer.append(String(html));
  const tags = (change: (tags: Set<string>) => void) => {
    const next = new Set(ticket.tags);
    change(next);
    ticket.setTags([...next]);
  };
  return surfaceOf(frame, page, {
    roots: {
      ticket: () => ticketPaths(ticket),
      comment: () => ({ text: composer.html, type: composer.type, attachments: [], useRichText: true }),
      channel: { name: 'web', sessionBased: false, sessionActive: false },
    },
    writes: {
      'ticket.status': (value) => ticket.setStatus(String(value)),
      'ticket.tags': (value) => ticket.setTags((value as unknown[]).map(String)),
      'comment.text': (value) => composer.replace(String(value)),
      'comment.type': (value) => composer.setType(String(value)),
    },
    calls: {
      'ticket.editor.insert': insert,
      'comment.appendText': appendText,
      'comment.appendHtml': appendHtml,
      'ticket.comment.appendText': appendText,
      'ticket.comment.appendHtml': appendHtml,
      'ticket.tags.add': (...added) =>
        tags((set) => {
          for (const tag of added.flat()) set.add(String(tag));
        }),
      'ticket.tags.remove': (...gone) =>
        tags((set) => {
          for (const tag of gone.flat()) set.delete(String(tag));
        }),
      enableSave: () => ticket.allowSave(true),
      disableSave: () => ticket.allowSave(false),
    },
  });
}

function ticketPaths(ticket: OpenTicket): Record<string, unknown> {
  const { view, composer } = ticket;
  const comments = () =>
    view.comments.toReversed().map(({ id, author, text, isPublic }) => ({
      id,
      value: text,
      via: { channel: view.channel },
      author,
      isPublic,
      imageAttachments: [],
      nonImageAttachments: [],
    }));
  const conversation = () =>
    view.comments.map(({ author, text, at, isPublic }) => ({
      author: { id: author.id, avatar: '', name: author.name, role: author.role },
      attachments: [],
      channel: { name: isPublic ? view.channel : 'internal' },
      timestamp: new Date(at).toISOString(),
      message: { content: text, contentType: 'text/plain' },
    }));
  return {
    id: view.id,
    isNew: false,
    subject: view.subject,
    description: view.description,
    status: ticket.status,
    statusCategory: ticket.status,
    type: view.type,
    priority: view.priority,
    tags: ticket.tags,
    createdAt: new Date(view.createdAt).toISOString(),
    updatedAt: new Date(view.updatedAt).toISOString(),
    externalId: null,
    brand: view.brand,
    form: { id: null },
    assignee: { user: view.assignee ?? {}, group: view.group ?? {} },
    requester: view.requesterUser,
    organization: view.organization,
    collaborators: [],
    recipient: '',
    sharedWith: [],
    postSaveAction: 'stay_on_ticket',
    via: { channel: view.channel },
    viewers: [],
    comments,
    conversation,
    editor: {
      targetChannel: { name: composer.channelName, sessionBased: false, sessionActive: false },
      capabilities: { richText: true },
    },
  };
}
