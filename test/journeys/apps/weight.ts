import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../harness/desk.ts';

/** What the sidebar may bring in scripts, gzipped. Source: the sidebar's budget. */
const MAX_SCRIPT_BYTES = 130_000;

/** What opening a ticket costs an agent's network. */
export function weightJourneys(desk: () => Desk): void {
  describe('what comes over the wire', () => {
    it(`brings the sidebar in scripts of less than ${MAX_SCRIPT_BYTES / 1000} kB, gzipped`, async () => {
      const { seen, app, leave } = await desk().openTicket();
      await app.getByRole('button', { name: 'Insert' }).waitFor();
      const scripts = [...new Set(seen.requests.map(({ url }) => url))].filter((url) => /\/assets\/.*\.js$/.test(url));
      const sizes = await Promise.all(
        scripts.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
      );
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      console.info(`${scripts.length} scripts, ${Math.round(bytes / 1000)} kB gzipped`);
      expect(scripts.length).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(MAX_SCRIPT_BYTES);
      await leave();
    });
  });
}
