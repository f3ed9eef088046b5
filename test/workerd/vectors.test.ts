import { env } from 'cloudflare:workers';
import { openDatabase } from '../../worker/d1/database.ts';
import { createVectorLedger, createVectorScan } from '../../worker/d1/knowledge/vectors.ts';
import { createVectorizeVectors } from '../../worker/vectorize/vectors.ts';
import { vectorsContract } from '../contracts/vectors.ts';
import { createVectorizeDouble } from '../vectorize/double.ts';

vectorsContract(() => ({ vectors: createVectorScan(openDatabase(env.DB), 'm/3'), settle: async () => undefined }));
vectorsContract(() => {
  const { index, settle } = createVectorizeDouble(3);
  return { vectors: createVectorizeVectors(index, createVectorLedger(openDatabase(env.DB), 'v/3')), settle };
});
