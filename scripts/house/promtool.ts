import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Prometheus' own judge of rules: on PATH, or where `.ci/run` unpacks Debian's package; null when there is none. */
export function findPromtool(): string | null {
  const unpacked = join(homedir(), '.cache', 'kafka-proving-ground', 'prometheus', 'usr', 'bin');
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), unpacked];
  return folders.map((folder) => join(folder, 'promtool')).find((path) => existsSync(path)) ?? null;
}
