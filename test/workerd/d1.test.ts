import { describe } from 'vitest';
import { storageContract } from '../contracts/storage.ts';
import { createD1Stores } from './stage/stores.ts';

/** Counted, as the worker is composed: what counts rows reads a statement's columns by their names. */
const usage = () => ({ statements: 0, rowsRead: 0, rowsWritten: 0 });

describe('stores in D1', () => {
  storageContract((options) => createD1Stores({ ...options, usage: usage() }));
});
