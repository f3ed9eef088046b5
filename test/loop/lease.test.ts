import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdLease, LEASE_MS } from '../../worker/loop/lease.ts';
import { memoryLeases } from './memory/inbox.ts';
import { createShelf } from './memory/shelf.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setting = () => {
  const leases = memoryLeases(createShelf());
  return { leases, wallClock: { now: () => Date.now() } };
};

describe('a lease', () => {
  it('stays with its holder through a step longer than the lease', async () => {
    const ports = setting();
    const held = await holdLease(ports, 't', 'one');
    await vi.advanceTimersByTimeAsync(4 * LEASE_MS);
    expect(await holdLease(ports, 't', 'two')).toBeNull();
    expect(held?.isHeld()).toBe(true);
    await held?.release();
    const next = await holdLease(ports, 't', 'two');
    expect(next?.isHeld()).toBe(true);
    await next?.release();
  });

  it('that another has taken over says so, and leaves it to the other', async () => {
    const ports = setting();
    const { acquire } = ports.leases;
    const held = await holdLease(ports, 't', 'stalled');
    ports.leases.acquire = async () => Promise.reject(new Error('D1 is away'));
    await vi.advanceTimersByTimeAsync(2 * LEASE_MS);
    ports.leases.acquire = acquire;
    expect(await acquire('t', 'other', Date.now(), Date.now() + LEASE_MS)).toBe(true);
    await vi.advanceTimersByTimeAsync(LEASE_MS / 2);
    expect(held?.isHeld()).toBe(false);
    await held?.release();
    expect(await acquire('t', 'third', Date.now(), Date.now() + LEASE_MS)).toBe(false);
  });
});
