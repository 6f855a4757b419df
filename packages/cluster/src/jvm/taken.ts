import { self } from '../processes.ts';
import { holders } from '../turnstile.ts';
import type { Files } from './files.ts';

/** An arm that broke a broker on purpose holds the cluster alone; nobody else heals behind its back. */
export function isTakenByAnother(files: Pick<Files, 'leases'>): boolean {
  const holder = holders(files.leases)[0];
  return holder?.mode === 'exclusive' && holder.pid !== self.pid && holder.pid !== process.ppid;
}
