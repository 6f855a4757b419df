import { clusterStatus } from '@proving/cluster';
import type { Figure } from './figure.ts';

/** Resident memory of the four JVMs together, after the proofs' topics have come and gone. */
export async function memory(): Promise<Figure> {
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
