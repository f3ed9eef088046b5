/**
 * Copies a text; false where the browser lets the frame do neither way of it. The clipboard's API comes second: a helpdesk's
 * frame is seldom given it, and asking for it there is a violation of the page's policy.
 */
export async function copied(text: string): Promise<boolean> {
  return copiedByField(text) || (await copiedByApi(text));
}

function copiedByField(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  document.body.appendChild(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

function copiedByApi(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
