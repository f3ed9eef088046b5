import type { Publication } from '../../../shared/gap.ts';

/** How something new is made at the helpdesk: looked for after an unclear ending, made, and noted where it stands. */
export interface Making {
  publication: Publication;
  find(sinceMs: number): Promise<string | null>;
  create(): Promise<string>;
  placed(id: string): Partial<Publication>;
}
