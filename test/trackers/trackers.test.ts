import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TrackerWish } from '../../shared/context/tracked-issue.ts';
import { createTrackers } from '../../worker/trackers/trackers.ts';
import { receiveIssue } from '../../worker/trackers/webhooks.ts';
import { trackerContract } from '../contracts/context/trackers.ts';
import { memorySecrets } from '../loop/memory/accounts.ts';
import { createShelf } from '../loop/memory/shelf.ts';
import { createGithubSim } from '../sandbox/trackers/github.ts';
import { createJiraSim } from '../sandbox/trackers/jira.ts';
import { createLinearSim } from '../sandbox/trackers/linear.ts';

function trackersAt(url: string) {
  const shelf = createShelf();
  const trackers = createTrackers({
    secrets: memorySecrets(shelf),
    sealKey: { id: 'k', bytes: new Uint8Array(32) },
    isLoopbackAllowed: true,
    now: Date.now,
    githubUrl: url,
    linearUrl: url,
  });
  return { shelf, trackers };
}

const WISHES: Record<TrackerWish['kind'], (url: string) => TrackerWish> = {
  github: () => ({ kind: 'github', place: 'acme/app', token: 'good' }),
  linear: () => ({ kind: 'linear', place: 'ENG', token: 'good' }),
  jira: (url) => ({ kind: 'jira', place: 'SUP', token: 'good', site: url, email: 'ada@acme.example' }),
};
const connecting = (kind: TrackerWish['kind']) => (url: string) => ({
  trackers: trackersAt(url).trackers,
  wish: WISHES[kind](url),
});

trackerContract('GitHub Issues', createGithubSim, connecting('github'));
trackerContract('Linear', createLinearSim, connecting('linear'));
trackerContract('Jira Cloud', createJiraSim, connecting('jira'));

describe('what is refused when a tracker is connected', () => {
  it('a public repository, until an admin says so, and one whose labels would be dropped', async () => {
    const open = createGithubSim({ isPrivate: false });
    const url = await open.server.listen();
    const { trackers, shelf } = trackersAt(url);
    await expect(trackers.connect('t', WISHES.github(url))).rejects.toThrow('everybody can read');
    const { connection } = await trackers.connect('t', { ...WISHES.github(url), isPublicConfirmed: true });
    expect(connection).toMatchObject({ isPublic: true, place: 'acme/app' });
    expect(JSON.stringify([...shelf.secrets])).not.toContain('good');
    open.server.close();
    const weak = createGithubSim({ mayPush: false });
    const { trackers: others } = trackersAt(await weak.server.listen());
    await expect(others.connect('t', WISHES.github(''))).rejects.toThrow('write access');
    weak.server.close();
  });

  it('a type of issue with a field that no report can fill in', async () => {
    const strict = createJiraSim({ required: ['Severity'] });
    const url = await strict.server.listen();
    await expect(trackersAt(url).trackers.connect('t', WISHES.jira(url))).rejects.toThrow('Severity');
    strict.server.close();
  });

  it.each([
    { kind: 'github', place: 'acme', token: 'x' },
    { kind: 'jira', place: 'sup', token: 'x', site: 'https://acme.atlassian.net', email: 'a@b.example' },
    { kind: 'jira', place: 'SUP', token: 'x', site: 'https://evil.example', email: 'a@b.example' },
    { kind: 'jira', place: 'SUP', token: 'x', site: 'https://acme.atlassian.net' },
  ] as TrackerWish[])('what names no place: %o', async (wish) => {
    await expect(trackersAt('http://127.0.0.1:1').trackers.connect('t', wish)).rejects.toThrow();
  });
});

describe('a webhook of a tracker', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const hex = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');
  const SENT = {
    github: {
      body: { action: 'closed', issue: { number: 7 } },
      header: 'x-hub-signature-256',
      prefix: 'sha256=',
      ref: '7',
    },
    linear: {
      body: { type: 'Issue', action: 'update', data: { id: 'u-1' } },
      header: 'linear-signature',
      prefix: '',
      ref: 'u-1',
    },
    jira: {
      body: { webhookEvent: 'jira:issue_updated', issue: { id: '10001' } },
      header: 'x-hub-signature',
      prefix: 'sha256=',
      ref: '10001',
    },
  } as const;

  it.each(['github', 'linear', 'jira'] as const)(
    'of %s names an issue to look at, where its signature is ours',
    async (kind) => {
      const { body, header, prefix, ref } = SENT[kind];
      const text = JSON.stringify(body);
      const known = { kind, secret: 's' };
      const signed = (secret: string, of = text) => new Headers({ [header]: `${prefix}${hex(secret, of)}` });
      expect(await receiveIssue(known, signed('s'), bytes(text))).toEqual({ kind, ref });
      for (const headers of [
        signed('other'),
        signed('s', `${text} `),
        new Headers(),
        new Headers({ [header]: prefix }),
      ])
        expect(await receiveIssue(known, headers, bytes(text))).toMatchObject({ status: 401 });
      expect(await receiveIssue(null, signed('s'), bytes(text))).toMatchObject({ status: 401 });
      for (const other of ['{}', 'nonsense', '{"type":"Comment","data":{"id":"c"}}'])
        expect(await receiveIssue(known, signed('s', other), bytes(other))).toEqual({ ignored: 'of no issue' });
    },
  );
});
