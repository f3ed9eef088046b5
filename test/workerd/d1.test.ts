import { describe } from 'vitest';
import { storageContract } from '../contracts/storage.ts';
import { createD1Stores } from './stores.ts';

describe('stores in D1', () => {
  storageContract((options) => createD1Stores(options));
});
