export * from './article.ts';
export * from './conversation.ts';
export * from './diagnosis.ts';
export * from './fix.ts';
export * from './gap.ts';
export * from './policy.ts';
export * from './signal.ts';
export * from './tenant.ts';
