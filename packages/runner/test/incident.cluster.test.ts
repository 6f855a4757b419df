import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stopCluster } from '@proving/cluster';
import type { Site } from '@proving/lab';
import { afterAll, expect, it } from 'vitest';
import { freshEnding, type OpenIncident, openIncident, repositoryRoot } from '../src/index.ts';

const assessments = join(repositoryRoot(), 'assessments');
const seeds = [1, 30];
const patient = { timeout: 300_000 };

afterAll(() => stopCluster());

/** Plants it, lets `act` have its way with it, and leaves the cluster as it was. */
async function planted<T>(dir: string, seed: number, act: (incident: OpenIncident) => Promise<T>): Promise<T> {
  await using incident = await openIncident({ dir, seed, ending: freshEnding() });
  try {
    await incident.plant();
    return await act(incident);
  } finally {
    expect(await incident.remove()).toEqual([]);
    expect(await incident.topics()).toBe(0);
    expect((await subjectsOf(incident)).map(({ subject }) => subject)).toEqual([]);
  }
}

async function repairedBy(file: string, { site }: OpenIncident): Promise<void> {
  await ((await import(file)) as { default: (site: Site) => Promise<void> }).default(site);
}

/** Its subjects at the registry, where it has one, each with its versions and its level. */
async function subjectsOf({ site, names }: OpenIncident) {
  if (site.registry === null) return [];
  const ask = async (path: string) => (await fetch(`${site.registry}${path}`)).json() as Promise<unknown>;
  const own = ((await ask('/subjects')) as string[]).filter((subject) => subject.startsWith(names['orders'] as string));
  const told = (subject: string) => Promise.all([ask(`/subjects/${subject}/versions`), ask(`/config/${subject}`)]);
  return Promise.all(own.map(async (subject) => ({ subject, told: await told(subject) })));
}

/** Everything of it that a look could have changed: records and their fates, settings, transactions, groups, commits. */
async function stateOf(open: OpenIncident) {
  const { incident, site, names } = open;
  const admin = site.kafka.admin();
  await admin.connect();
  try {
    const { groups } = await admin.listGroups();
    const own = Object.values(names);
    const commits = own.map((groupId) => admin.fetchOffsets({ groupId }).catch(() => null));
    return {
      records: await Promise.all(incident.topics.map((title) => site.readAll(title))),
      settings: await Promise.all(incident.topics.map((title) => site.settings(title))),
      open: await site.observer.transactions.open(),
      subjects: await subjectsOf(open),
      groups: groups.map(({ groupId }) => groupId).toSorted(),
      commits: await Promise.all(commits),
    };
  } finally {
    await admin.disconnect();
  }
}

const unmet = async ({ check }: OpenIncident) => (await check()).conditions.filter(({ met }) => !met).map(({ id }) => id);

for (const part of readdirSync(assessments)) {
  const dir = join(assessments, part);
  const wrong = readdirSync(join(dir, 'wrong-repairs')).toSorted();

  it(`${part}: untouched it is not repaired, and looking changes nothing`, patient, async () => {
    for (const seed of seeds)
      await planted(dir, seed, async (incident) => {
        const first = await incident.check();
        expect(first.repaired).toBe(false);
        expect(first.conditions.filter(({ met, evidence }) => !met && evidence.length === 0)).toEqual([]);
        const before = await stateOf(incident);
        expect(await incident.check()).toEqual(first);
        expect(await stateOf(incident)).toEqual(before);
      });
  });

  it(`${part}: the solution repairs it, and looking twice says the same`, patient, async () => {
    for (const seed of seeds)
      await planted(dir, seed, async (incident) => {
        await repairedBy(join(dir, 'solution.ts'), incident);
        const first = await incident.check();
        expect(first.conditions.filter(({ met }) => !met)).toEqual([]);
        expect(await incident.check()).toEqual(first);
      });
  });

  it(`${part}: each wrong repair leaves the one condition unmet that it is named after`, patient, async () => {
    expect(wrong.length).toBeGreaterThanOrEqual(3);
    for (const file of wrong)
      await planted(dir, 7, async (incident) => {
        await repairedBy(join(dir, 'wrong-repairs', file), incident);
        expect(await unmet(incident)).toEqual([file.replace(/\.ts$/, '')]);
      });
  });
}
