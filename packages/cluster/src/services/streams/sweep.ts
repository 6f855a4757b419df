import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from '../../jvm/member-state.ts';
import { isAlive, type ProcessId, signal } from '../../processes.ts';

/** Clears away what applications of dead processes have left: a JVM that stands still, and their folders. */
export function sweepApplications(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = ownerOf(join(folder, name));
    if (owner === null || !isAlive(owner)) removeFolder(join(folder, name));
  }
}

/** Ends the JVM that works in that folder, if there is one, and removes it. */
export function removeFolder(folder: string): void {
  const jvm = readRecord(join(folder, 'pid'));
  if (jvm !== null) signal(jvm, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

function ownerOf(folder: string): ProcessId | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'owner'), 'utf8')) as ProcessId;
  } catch {
    return null;
  }
}
