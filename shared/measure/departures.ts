import { z } from 'zod';

/** A list of customers who left, and of which days (`2026-11-01`) it names every one. */
export const departuresSchema = z.strictObject({
  csv: z.string().min(1).max(900_000),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type TellDepartures = z.infer<typeof departuresSchema>;

/** What is known of customers who left: how many, and of which days every one (event time, ms). */
export interface DeparturesView {
  count: number;
  known: { from: number; to: number } | null;
}

/** What came of a list: lines that could not be read are named by their number, at most the first of them. */
export interface DeparturesTold extends DeparturesView {
  stored: number;
  oddLines: number[];
}
