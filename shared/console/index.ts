export * from './change.ts';
export * from './knowledge.ts';
export * from './overview.ts';
export * from './review.ts';
export * from './running.ts';
