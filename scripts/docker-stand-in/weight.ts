import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scratch } from './folders.ts';

const groups = '/sys/fs/cgroup';
/** One process that asks for a processor has 1024; four nodes of a cluster are to have as much as four processes would. */
const ofFour = '4096';

/**
 * The control group for the engine's containers. With control groups of version 1 all containers together have by default the share
 * of one process of the machine, and on a busy one they starve where the same JVMs, as processes, would not. Null: version 2, which
 * weighs groups against groups.
 */
export function weighed(at: Scratch): string | null {
  if (!existsSync(join(groups, 'cpu', 'cpu.shares'))) return null;
  mkdirSync(join(groups, 'cpu', nameOf(at)), { recursive: true });
  writeFileSync(join(groups, 'cpu', nameOf(at), 'cpu.shares'), ofFour);
  return `/${nameOf(at)}`;
}

/** Removes the group, which is empty when the containers are gone. */
export function unweighed(at: Scratch): void {
  if (!existsSync(groups)) return;
  for (const kind of readdirSync(groups))
    try {
      rmdirSync(join(groups, kind, nameOf(at)));
    } catch {
      // This kind of group was not made.
    }
}

const nameOf = ({ home }: Scratch) => `kafka-proving-ground-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`;
