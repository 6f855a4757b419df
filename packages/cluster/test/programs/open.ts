// A command of its own: opens the cluster, says where it is and what it was told, and lets go of it.
import { openCluster } from '../../src/index.ts';

const told: string[] = [];
const began = performance.now();
await using cluster = await openCluster({ tell: ({ doing }) => told.push(doing) });
const opened = performance.now();
process.stdout.write(`${JSON.stringify({ bootstrap: cluster.bootstrap, told, began, opened })}\n`);
