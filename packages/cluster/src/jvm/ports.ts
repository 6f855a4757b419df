import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { Plain } from '../words.ts';
import type { Member } from './shape.ts';

/** Where a broker listens, and where it says it does. All on 127.0.0.1. */
export interface BrokerPorts {
  readonly internal: number;
  readonly client: number;
  /** The socket behind the PROXIED listener … */
  readonly proxied: number;
  /** … and the port it advertises, on which only an open proxy listens. */
  readonly advertised: number;
}

export interface ControllerPorts {
  readonly controller: number;
}

export type Ports = BrokerPorts | ControllerPorts;

/** Ports for these processes that nobody listens on now. They stay theirs: a client may remember them across a restart. */
export async function choosePorts(members: readonly Member[]): Promise<ReadonlyMap<number, Ports>> {
  const wanted = members.reduce((sum, { role }) => sum + (role === 'broker' ? 4 : 1), 0);
  return deal(members, await freeBlock(wanted));
}

/** That many free ports side by side. */
export async function freeBlock(wanted: number): Promise<readonly number[]> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const base = randomInt(lowest / step, highest / step) * step;
    const block = Array.from({ length: wanted }, (_, i) => base + i);
    if ((await busyAmong(block)).length === 0) return block;
  }
  throw new Plain('no-free-ports', `No ${wanted} free ports side by side between ${lowest} and ${highest} on 127.0.0.1.`, {
    fix: 'close programs that listen on many ports, then try again',
  });
}

/** The ports of these that somebody listens on. */
export async function busyAmong(ports: readonly number[]): Promise<readonly number[]> {
  const free = await Promise.all(ports.map(isFree));
  return ports.filter((_, i) => !free[i]);
}

export const portsIn = (ports: Ports): readonly number[] => Object.values(ports);

function deal(members: readonly Member[], block: readonly number[]): ReadonlyMap<number, Ports> {
  const rest = [...block];
  const next = () => rest.shift() as number;
  return new Map(
    members.map(({ id, role }) => [
      id,
      role === 'controller' ? { controller: next() } : { client: next(), internal: next(), proxied: next(), advertised: next() },
    ]),
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => answer(true)));
  });
}

// Below the ephemeral ranges of Linux (32768) and macOS (49152): no outgoing connection takes them while a broker is down.
const lowest = 20_000;
const highest = 32_000;
const step = 20;
