import type { SearchArticle } from '../../../worker/core/search/article.ts';

const article = (id: string, title: string, bodyHtml: string): SearchArticle => ({
  id,
  title,
  section: 'Bakery',
  labels: [],
  bodyHtml,
});

/** A small fictional help center of a bakery that sells online. */
export const BAKERY: readonly SearchArticle[] = [
  article('a1', 'Change the delivery day of an order', '<p>Open the order and choose another day before noon.</p>'),
  article(
    'a2',
    'Return a damaged cake',
    '<h2>Photo</h2><p>Send us a photo of the cake.</p><h2>Money</h2><p>You get a refund in three days.</p>',
  ),
  article('a3', 'Ingredients and allergens', '<p>Each cake has a list of nuts, milk and gluten.</p>'),
  article('a4', 'Oven error E1042', '<p>The display shows E1042 when the door is open.</p>'),
  article('a5', 'Reset your password', '<p>Choose "Forgot password" on the sign in page.</p>'),
  article('a6', 'The courier app', '<p>Code 77 means that the van is full.</p>'),
];

/** What its customers asked: they say "scone box" for the subscription that no article names so. */
export const PAST: readonly string[] = [
  'my cake arrived squashed, can I send it back',
  'squashed cake, I want my money back',
  'the cake was squashed and damaged when it came',
  'does the walnut cake have gluten',
  'which cakes have no nuts',
  'change my delivery to friday',
  'can you deliver my order on another day',
  'forgot my password',
  'can not sign in, need a new password',
  'how much is the scone box each month',
  'scone box price',
  'stop my scone box',
  'pause the monthly scone box',
];
