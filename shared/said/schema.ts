import { z } from 'zod';
import type { Said } from './said.ts';
import { isSaid, saidIn } from './stored.ts';

/** A sentence in stored JSON. A plain text, as rows had it before sentences had codes, is read as written words. */
export const saidSchema = z.union([z.string(), z.custom<Said>(isSaid)]).transform(saidIn);
