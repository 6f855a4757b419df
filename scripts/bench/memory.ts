import { clusterStatus, openCluster } from '@proving/cluster';
import type { Figure } from './figure.ts';

/** Resident memory of the four JVMs together, when they have come up and made a topic or two. */
export async function memory(): Promise<Figure> {
  // Measured alone, nobody has started them yet.
  await using _cluster = await openCluster();
  const status = await clusterStatus();
  const members = status?.members ?? [];
  const bytes = members.reduce((sum, member) => sum + (member.residentBytes ?? 0), 0);
  return {
    name: 'four JVMs, resident together',
    measured: bytes / 1_000_000,
    limit: 800,
    unit: 'MB',
    how: `${members.length} processes`,
  };
}
