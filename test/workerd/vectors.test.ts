import { env } from 'cloudflare:workers';
import { openDatabase } from '../../worker/d1/database.ts';
import { createVectorScan } from '../../worker/d1/knowledge/vectors.ts';
import { vectorsContract } from '../contracts/vectors.ts';

vectorsContract(() => ({ vectors: createVectorScan(openDatabase(env.DB), 'm/3'), settle: async () => undefined }));
