import { clusterStatus, openCluster, stopCluster } from '@proving/cluster';
import { dockerDriver } from '../../packages/cluster/src/docker/driver.ts';
import { removeContainers } from '../house/remove-containers.ts';
import { type Figure, median } from './figure.ts';
import { inSyncRecord } from './in-sync-record.ts';

const runs = 3;

/**
 * From command to a topic with three in-sync replicas that took a record: containers that are made anew against the JVMs, in turns,
 * and the memory of each. Null: no engine answers here.
 */
export async function containers(): Promise<Figure | null> {
  if (!(await dockerDriver().probe()).ready) return null;
  const ratios: number[] = [];
  const seen: string[] = [];
  // Each is started once before anything counts: images, jars and archives are made then.
  for (const driver of ['jvm', 'docker'] as const) await started(driver);
  for (let i = 0; i < runs; i++) {
    const [boxed, plain] = [await started('docker'), await started('jvm')];
    ratios.push(boxed.seconds / plain.seconds);
    seen.push(
      `${boxed.seconds.toFixed(1)} s and ${boxed.megabytes} MB against ${plain.seconds.toFixed(1)} s and ${plain.megabytes} MB`,
    );
  }
  await removeContainers();
  return {
    name: 'cold containers against cold JVMs',
    measured: median(ratios),
    limit: 4,
    unit: '×',
    how: `median of ${runs}; ${seen.join(', ')}`,
  };
}

/** Starts a cluster, takes its measure, stops it. */
async function started(driver: 'jvm' | 'docker'): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const began = performance.now();
  try {
    await using cluster = await openCluster({ driver });
    await inSyncRecord(cluster.bootstrap);
    const seconds = (performance.now() - began) / 1000;
    return { seconds, megabytes: Math.round((await clusterStatus({ driver })).residentBytes / 1e6) };
  } finally {
    await stopCluster({ driver, now: true });
  }
}
