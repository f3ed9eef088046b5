import { createVectorizeVectors } from '../../worker/vectorize/vectors.ts';
import { vectorsContract } from '../contracts/vectors.ts';
import { createVectorizeDouble } from './double.ts';
import { ledgerInMemory } from './ledger.ts';

vectorsContract(() => {
  const { index, settle } = createVectorizeDouble(3);
  return { vectors: createVectorizeVectors(index, ledgerInMemory()), settle };
});
