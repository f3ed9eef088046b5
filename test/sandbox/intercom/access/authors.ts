import type { Admin, Author, Contact } from '../records.ts';
import { find, idOf, type Ref, type World } from '../world.ts';

/** Who speaks: an admin, a contact or the bot, known by id. */
export function authorOf(world: World, ref: Ref): Author {
  const id = idOf(ref);
  if (id === world.bot.id) return world.bot;
  const admin = world.admins.get(id);
  return admin === undefined ? contactAuthor(find(world.contacts, id)) : adminAuthor(admin);
}

export const adminAuthor = (admin: Admin): Author => ({
  type: 'admin',
  id: admin.id,
  name: admin.name,
  email: admin.email,
});

export const contactAuthor = (contact: Contact): Author => ({
  type: contact.role,
  id: contact.id,
  name: contact.name,
  email: contact.email,
});

export const isContact = (author: Author): boolean => author.type === 'user' || author.type === 'lead';
