import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Starts the course's cluster as a learner does, and says where its brokers listen. */
export async function brokers(): Promise<string> {
  const bin = fileURLToPath(new URL('../../../packages/terminal/bin/cluster.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'start', '--json']);
  const last = JSON.parse(stdout.trim().split('\n').at(-1) as string) as {
    readonly members: readonly { readonly role: string; readonly ports: Readonly<Record<string, number>> }[];
  };
  return last.members.flatMap(({ role, ports }) => (role === 'broker' ? [`127.0.0.1:${ports['client']}`] : [])).join(',');
}
