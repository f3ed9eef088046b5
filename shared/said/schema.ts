import { z } from 'zod';
import type { Said } from './said.ts';
import { isSaid, saidIn } from './stored.ts';

/** A sentence in stored JSON; a plain text from before there were codes is one that stands as it was written. */
export const saidSchema = z.union([z.string(), z.custom<Said>(isSaid)]).transform(saidIn);
