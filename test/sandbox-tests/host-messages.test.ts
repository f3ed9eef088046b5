import { describe, expect, it } from 'vitest';
import { answerTo, type Surface, unknownPath, valueAt } from '../sandbox/host/browser/zaf/answer.ts';
import { messageOf, objectionOf } from '../sandbox/host/browser/zaf/messages.ts';
import { appOfManifest } from '../sandbox/host/manifest.ts';

describe('what an app posts to the helpdesk’s page', () => {
  it('is taken as an object and as JSON text, and anything else is ignored', () => {
    const message = { key: 'iframe.handshake', message: { version: '2.0' } };
    expect([messageOf(message), messageOf(JSON.stringify(message))]).toEqual([message, message]);
    expect([messageOf('{bad'), messageOf(7), messageOf(null), messageOf([]), messageOf({ id: 1 })]).toEqual(
      Array(5).fill(null),
    );
  });

  it('blocks a hook by an error in words, by an Error, or by nothing that can be read', () => {
    const blocked = (error: unknown) => objectionOf({ key: 'iframe.reply:ticket.save', error });
    expect(blocked(undefined)).toBeNull();
    expect(blocked({ msg: 'Not yet' })).toBe('Not yet');
    expect(blocked({ msg: { message: 'Not yet' } })).toBe('Not yet');
    expect(blocked({ msg: false })).toBe('The app did not allow it.');
  });
});

describe('what the page answers', () => {
  const surface: Surface = {
    read: (path) => valueAt({ ticket: () => ({ id: 7, tags: ['a'] }), colorScheme: () => 'dark' }, path),
    write: (path) => {
      throw path === 'ticket.status' ? new Error('closed') : unknownPath();
    },
    call: (_, args) => args.length,
  };

  it('holds each path’s value, and under errors each path’s refusal', async () => {
    const asked = { id: 3, request: 'get', params: ['ticket.id', 'colorScheme', 'ticket.secret', 'toString'] };
    expect(await answerTo(asked, surface)).toMatchObject({
      id: 3,
      result: {
        'ticket.id': 7,
        colorScheme: 'dark',
        errors: { 'ticket.secret': { message: 'No such Api' }, toString: { message: 'No such Api' } },
      },
    });
    const set = { id: 4, request: 'set', params: { 'ticket.status': 'open', 'ticket.id': 1 } };
    expect(await answerTo(set, surface)).toMatchObject({
      result: { errors: { 'ticket.status': { message: 'closed' }, 'ticket.id': { message: 'No such Api' } } },
    });
    const invoke = { id: 5, request: 'invoke', params: { notify: ['x', 'y'] } };
    expect(await answerTo(invoke, surface)).toEqual({ id: 5, result: { errors: {}, notify: 2 } });
  });

  it('is an error of the whole where the request is not understood', async () => {
    expect(await answerTo({ id: 6, request: 'explode', params: [] }, surface)).toMatchObject({ id: 6, error: {} });
  });
});

it('installs an app where its manifest says, signed where it is signed', () => {
  const manifest = {
    name: 'Mend',
    signedUrls: true,
    location: {
      support: {
        ticket_sidebar: { url: 'https://{{MEND_HOST}}/zendesk/sidebar', flexible: false },
        nav_bar: { url: 'https://elsewhere.example/console', signed: false },
      },
    },
  };
  const { locations } = appOfManifest(manifest, 'http://127.0.0.1:1', { id: 1, installationId: 2 });
  expect(locations).toEqual({
    ticket_sidebar: { url: 'http://127.0.0.1:1/zendesk/sidebar', isSigned: true, isFlexible: false },
    nav_bar: { url: 'https://elsewhere.example/console', isSigned: false, isFlexible: true },
  });
});
