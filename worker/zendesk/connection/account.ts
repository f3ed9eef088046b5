import { z } from 'zod';
import type { JsonClient } from '../../http/client.ts';
import { AuthLost, NotFound, Permanent } from '../../loop/ports/errors.ts';
import { idSchema, parseAnswer } from '../parse.ts';

const accountSchema = z.looseObject({ account: z.looseObject({ id: idSchema }) });
const meSchema = z.looseObject({
  user: z.looseObject({ id: idSchema, name: z.string().nullish(), role: z.string().nullish() }),
});
const localesSchema = z.looseObject({ default_locale: z.string() });

/** Who the token acts as. Its role says what the account lets it do beyond its scopes. */
export interface Me {
  id: string;
  name: string;
  role: string;
}

/** `GET /users/me`; AuthLost where the token is nobody's. */
export async function readMe(client: JsonClient): Promise<Me> {
  const { user } = parseAnswer(meSchema, await client.request('/api/v2/users/me'), 'users/me');
  if (Number(user.id) === 0) throw new AuthLost('users/me: the token is nobody’s');
  return { id: user.id, name: user.name ?? '', role: user.role ?? '' };
}

/**
 * The account's immutable number, from the account itself: never from what somebody typed, since it decides whose data is
 * shown. `GET /api/v2/account` is what the vendor's own agent workspace reads and is not in its reference; where it is
 * closed to the token, the operator connects the account by number.
 */
export async function readAccountId(client: JsonClient): Promise<string> {
  try {
    return parseAnswer(accountSchema, await client.request('/api/v2/account'), 'account').account.id;
  } catch (error) {
    if (!(error instanceof NotFound) && !(error instanceof Permanent) && !(error instanceof AuthLost)) throw error;
    throw new Permanent(
      'Zendesk does not tell this token the number of its account. Ask whoever runs Mend to connect the account by its number.',
    );
  }
}

/** The help center's default locale; `en-us` where there is no help center yet. */
export async function readDefaultLocale(client: JsonClient): Promise<string> {
  try {
    const answer = await client.request('/api/v2/help_center/locales');
    return parseAnswer(localesSchema, answer, 'help_center/locales').default_locale;
  } catch (error) {
    if (error instanceof NotFound) return 'en-us';
    throw error;
  }
}
