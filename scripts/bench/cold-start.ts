import { join } from 'node:path';
import { home, kafkaVersion, openCluster, probeDrivers, stopCluster } from '@proving/cluster';
import { type Figure, median } from './figure.ts';
import { inSyncRecord } from './in-sync-record.ts';
import { StockCluster } from './stock.ts';

const runs = 3;

/** From command to a topic with three in-sync replicas that took a record: the course's way against the stock way, in turns. */
export async function coldStart(): Promise<Figure> {
  await (await openCluster())[Symbol.asyncDispose]();
  const { runsOn } = await probeDrivers();
  const java = join(runsOn ?? '', 'bin', 'java');
  const ratios: number[] = [];
  const seconds: string[] = [];
  for (let i = 0; i < runs; i++) {
    await stopCluster();
    const ours = await timed(async () => {
      await using cluster = await openCluster();
      await inSyncRecord(cluster.bootstrap);
    });
    await stopCluster();
    let stock: StockCluster | undefined;
    const theirs = await timed(async () => {
      stock = await StockCluster.start(java, join(home(), 'kafka', kafkaVersion, 'libs'));
      await inSyncRecord(stock.bootstrap);
    });
    await stock?.[Symbol.asyncDispose]();
    ratios.push(ours / theirs);
    seconds.push(`${ours.toFixed(1)} against ${theirs.toFixed(1)}`);
  }
  await (await openCluster())[Symbol.asyncDispose]();
  return {
    name: 'cold cluster against the stock way',
    measured: median(ratios),
    limit: 0.3,
    unit: '×',
    how: `median of ${runs}; seconds: ${seconds.join(', ')}`,
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
