import { openIncident } from '../../src/index.ts';

// Brings an incident about, and stays: somebody kills it on the way.
const [dir = '', seed = '', ending = ''] = process.argv.slice(2);
const incident = await openIncident({ dir, seed: Number(seed), ending });
await incident.plant();
setInterval(() => undefined, 60_000);
