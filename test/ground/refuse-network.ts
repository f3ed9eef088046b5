import { Socket } from 'node:net';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** The host that a socket was asked to connect to; null for a pipe on this machine. */
function hostOf(args: unknown[]): string | null {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { path?: unknown; host?: unknown };
    if (path) return null;
    return typeof host === 'string' ? host : 'localhost';
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null;
  return typeof second === 'string' ? second : 'localhost';
}

/**
 * Tests reach nothing beyond this machine: fetch, http and tls all connect through here. Refused before a name is
 * looked up. Processes that a test starts are not held by this.
 */
function refuseNetwork(): void {
  const connect = Socket.prototype.connect as (...args: unknown[]) => Socket;
  if (connect.name === 'refusing') return;
  Socket.prototype.connect = function refusing(this: Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (host !== null && !LOOPBACK.has(host.replace(/^\[|\]$/g, '')))
      throw new Error(`a test tried to reach ${host}: the network is refused here`);
    return connect.apply(this, args);
  } as typeof Socket.prototype.connect;
}

refuseNetwork();
