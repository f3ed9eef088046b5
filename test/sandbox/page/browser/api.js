/** A view of the page's server; throws an Error in the server's words. */
export async function load(path) {
  return answerOf(await fetch(`/api/${path}`, { headers: { accept: 'application/json' } }));
}

/** A reviewer's decision on a fix as it was shown. */
export async function decide(fix, action, more = {}) {
  const { patchHash, baseHash } = fix;
  const response = await fetch(`/api/fixes/${fix.id}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ patchHash, baseHash, ...more }),
  });
  return answerOf(response);
}

async function answerOf(response) {
  const body = await response.json().catch(() => ({ error: 'the answer could not be read' }));
  if (!response.ok) throw new Error(body.error ?? `the server answered ${response.status}`);
  return body;
}
