import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { expect, it } from 'vitest';

const causeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: Error) => String(error.cause ?? error),
  );

it('refuses fetch to another host before its name is looked up', async () => {
  expect(await causeOf(fetch('https://example.com'))).toContain('tried to reach example.com');
  expect(await causeOf(fetch('http://192.0.2.1/'))).toContain('tried to reach 192.0.2.1');
});

it('refuses plain HTTP and TLS sockets to another host', () => {
  expect(() => get('http://example.com')).toThrow('the network is refused here');
  expect(() => connect(443, 'example.com')).toThrow('the network is refused here');
});

it('lets a test talk to a server of its own', async () => {
  const server = createServer((_, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('here');
  expect(await (await fetch(`http://localhost:${port}`)).text()).toBe('here');
  server.close();
});
