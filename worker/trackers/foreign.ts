import { createJsonClient, type JsonClient, type JsonClientOptions } from '../http/client.ts';
import { AuthLost, Permanent, RetryLater } from '../loop/ports/errors.ts';

/**
 * A client of a tracker. What the tracker refuses is a matter of the tracker alone: a refused token does not stop the
 * tenant's helpdesk, and a pause that it asks for holds up this row and no other.
 */
export function createTrackerClient(options: JsonClientOptions): JsonClient {
  const client = createJsonClient(options);
  return {
    odd: client.odd,
    async request(path, request) {
      try {
        return await client.request(path, request);
      } catch (error) {
        if (error instanceof AuthLost) throw new Permanent(error.said);
        if (error instanceof RetryLater) throw new RetryLater(error.message, error.afterMs, 'row', error.isAsked);
        throw error;
      }
    },
  };
}
