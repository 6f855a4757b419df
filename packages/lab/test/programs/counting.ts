import { openCluster } from '@proving/cluster';
import { openLab } from '../../src/index.ts';

// An arm that is killed while its application runs: it says what it has made, and waits.
const cluster = await openCluster();
const lab = openLab({
  cluster,
  seed: 1,
  file: import.meta.filename,
  emit: () => undefined,
  remember: () => undefined,
  log: () => undefined,
});
await lab.prepare();
const orders = await lab.topic();
const counts = await lab.topic({ title: 'counts' });
const application = await lab.kafkaStreams('Counts.java', { input: orders.name, output: counts.name });
await application.says((line) => line === 'started');
process.send?.(application.id);
