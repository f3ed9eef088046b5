import { describe } from 'vitest';
import { storageContract } from '../../contracts/storage.ts';
import { createMemoryStores } from './memory-ports.ts';

describe('stores in memory', () => {
  storageContract((options) => createMemoryStores(options));
});
