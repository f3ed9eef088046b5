/** The fictional business the sandbox plays: Shiftloom, its customers, its help center and fourteen days of support. */
export { articles } from './articles/index.ts';
export { articleUrl } from './articleUrl.ts';
export { conversations } from './conversations.ts';
export { macros } from './macros.ts';
export { product } from './product.ts';
export { stories } from './stories.ts';
export type { SeedConversation, SeedTurn } from './types.ts';
