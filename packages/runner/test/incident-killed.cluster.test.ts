import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopCluster } from '@proving/cluster';
import { eventually, type OpenSite } from '@proving/lab';
import { afterAll, expect, it } from 'vitest';
import { freshEnding, type OpenIncident, openIncident, repositoryRoot } from '../src/index.ts';

const dir = join(repositoryRoot(), 'assessments', 'part-2');
const program = fileURLToPath(new URL('programs/planting.ts', import.meta.url));
const seed = 7;

afterAll(() => stopCluster());

/** How far the planting has come when its process is killed, and what is seen of that; none of it passes by itself. */
const places: readonly (readonly [string, (site: OpenSite, ending: string) => Promise<boolean>])[] = [
  ['its first topic is there', async ({ observer }, ending) => (await observer.topics()).some((each) => each.endsWith(ending))],
  ['its transaction is open', async (site, ending) => (await openOf(site, ending)).length > 0],
  ['a transaction is committed', async (site) => (await site.readAll('payments')).some(({ fate }) => fate === 'committed')],
  ['all is there', async (site) => (await site.committed(site.name('packing'), 'payments')).size === 2],
];

for (const [place, reached] of places) {
  it(`killed when ${place}, it is taken off whole, no transaction stays open, and another one can be planted`, async () => {
    const ending = freshEnding();
    await using incident = await openIncident({ dir, seed, ending });
    const child = spawn(process.execPath, [program, dir, `${seed}`, ending], { stdio: 'inherit' });
    const ended = once(child, 'exit');
    try {
      await eventually(place, () => reached(incident.site, ending), { giveUpAfter: '60s' });
    } finally {
      child.kill('SIGKILL');
    }
    expect(await ended).toEqual([null, 'SIGKILL']);
    await isGone(incident, ending);

    const after = freshEnding();
    await using next = await openIncident({ dir, seed, ending: after });
    await next.plant();
    expect((await openOf(next.site, after)).map((each) => each.replace(`-${after}`, ''))).toEqual(['billing-1']);
    await isGone(next, after);
  });
}

it('a topic and a group that a learner named like it go with it', async () => {
  const ending = freshEnding();
  await using incident = await openIncident({ dir, seed, ending });
  await incident.plant();
  const admin = incident.site.kafka.admin();
  try {
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: `rescued-${ending}` }], waitForLeaders: true });
    const partitions = [{ partition: 0, offset: '0' }];
    await admin.setOffsets({ groupId: `rescue-${ending}`, topic: `rescued-${ending}`, partitions });
  } finally {
    await admin.disconnect();
  }
  await isGone(incident, ending);
});

async function isGone(incident: OpenIncident, ending: string): Promise<void> {
  expect(await incident.remove()).toEqual([]);
  const { kafka, observer } = incident.site;
  const admin = kafka.admin();
  await admin.connect();
  const { groups } = await admin.listGroups().finally(() => admin.disconnect());
  const names = [...(await observer.topics()), ...groups.map(({ groupId }) => groupId)];
  expect([names.filter((each) => each.endsWith(`-${ending}`)), await openOf(incident.site, ending)]).toEqual([[], []]);
}

const openOf = async ({ observer }: OpenSite, ending: string) =>
  (await observer.transactions.open()).filter((each) => each.endsWith(`-${ending}`));
