import { Refused } from '../host/refused.ts';
import { plain } from '../intercom/articles/bodies.ts';
import type { Intercom } from '../intercom/driver.ts';
import type { Author, Conversation } from '../intercom/records.ts';
import type { ConversationRow, ConversationView, PartView, Teammate } from './contract.ts';

const CUSTOMERS = ['user', 'lead', 'contact'];

/** What a teammate sees of the workspace and does in it: straight at the workspace, as Intercom's own Inbox does. */
export function createInboxDesk(intercom: Intercom) {
  const { world } = intercom;
  const kindOf = (author: Author): PartView['kind'] =>
    CUSTOMERS.includes(author.type) ? 'customer' : author.type === 'admin' ? 'teammate' : 'bot';

  function rowOf(conversation: Conversation): ConversationRow {
    const { id, source, title, state, updatedAt: at } = conversation;
    const contact = world.contacts.get(conversation.contactIds[0] ?? '')?.name ?? 'Somebody';
    return { id, title: plain(source.subject) || title || plain(source.body).slice(0, 80), contact, state, at };
  }

  function conversationOf(id: string): Conversation {
    const found = world.conversations.get(id);
    if (!found) throw new Refused(404, 'this conversation is not there, or not any more');
    return found;
  }

  return {
    teammates: (): Teammate[] => [...world.admins.values()].map(({ id, name }) => ({ id, name })),
    conversations: (): ConversationRow[] =>
      [...world.conversations.values()].map(rowOf).toSorted((a, b) => b.at - a.at || b.id.localeCompare(a.id)),
    conversation(id: string): ConversationView {
      const found = conversationOf(id);
      const { source, createdAt: at } = found;
      const opening: PartView = {
        id: source.id,
        author: source.author.name ?? 'Somebody',
        kind: kindOf(source.author),
        isNote: false,
        at,
        text: plain(source.body),
      };
      const said = found.parts
        .filter(({ body, isRedacted }) => body !== null && body !== '' && !isRedacted)
        .map((part): PartView => {
          const { author } = part;
          const shown = { author: author.name ?? 'Somebody', kind: kindOf(author), isNote: part.partType === 'note' };
          return { id: part.id, ...shown, at: part.createdAt, text: plain(part.body ?? '') };
        });
      return { ...rowOf(found), parts: [opening, ...said] };
    },
    say(id: string, by: string, text: string, isNote: boolean): ConversationView {
      conversationOf(id);
      intercom.addPart({ conversation: id, author: by, body: text, isNote });
      return this.conversation(id);
    },
    close(id: string, by: string): ConversationView {
      conversationOf(id);
      intercom.closeConversation({ conversation: id, by });
      return this.conversation(id);
    },
  };
}
