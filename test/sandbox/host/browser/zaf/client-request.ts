import type { AppAnswer, AppRequest } from '../../contract.ts';
import { api } from '../api.ts';

/** `client.request` carried out, in the arguments that the SDK's promise resolves or rejects with. */
export async function sendRequest(request: unknown): Promise<{ isDone: boolean; responseArgs: unknown[] }> {
  const wanted = request as AppRequest;
  try {
    const answer = await api.request(wanted);
    const isDone = answer.status >= 200 && answer.status < 300;
    const whole = wholeOf(answer);
    if (!isDone) return { isDone, responseArgs: [whole, 'error', ''] };
    return {
      isDone,
      responseArgs: [wanted.httpCompleteResponse ? whole : (whole.responseJSON ?? answer.text), 'success', whole],
    };
  } catch (error) {
    return { isDone: false, responseArgs: [{ status: 0, statusText: String((error as Error).message) }, 'error', ''] };
  }
}

function wholeOf({ status, headers, text }: AppAnswer) {
  return { status, responseText: text, responseJSON: jsonOf(text), responseHeaders: headers };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
