/** How a channel delivers: whole mails; a form or an API, behind which mails may follow; or nothing but what was typed. */
export type Delivery = 'mail' | 'form' | 'typed';

const MAIL = /^e-?mail/i;
/**
 * Channels on which no mail program writes anything. Names of both helpdesks; a web form is none of them, since what
 * follows it comes by mail.
 */
const TYPED =
  /chat|messag|sms|whatsapp|facebook|instagram|twitter|telegram|wechat|viber|^line$|voice|phone|call|talk|push|^conversation$|mobile|in_?app|widget_messaging/i;

export function deliveryOf(channel: string): Delivery {
  if (MAIL.test(channel)) return 'mail';
  return TYPED.test(channel) ? 'typed' : 'form';
}
