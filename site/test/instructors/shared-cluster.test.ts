import { describe, expect, it } from 'vitest';
import { sharedClusterData } from '../../plugins/data/shared-cluster.ts';
import { commands } from '../../plugins/data/shared-commands.ts';
import { lessonsHere } from './course-data.ts';

const lessons = await lessonsHere();
const data = await sharedClusterData(lessons);

describe('what runs on a shared cluster', () => {
  it('is each experiment that needs nothing but brokers to talk to, and no other', () => {
    for (const { folder, there, own } of data.lessons) {
      const { experiments = {}, cluster } = lessons.find((lesson) => lesson.folder === folder)?.manifest ?? {};
      // Kafka Streams runs beside a cluster of one's own alone.
      const beside = (asked: readonly string[] = []) => asked.filter((service) => service === 'streams');
      const needs = Object.entries(experiments).map(
        ([id, { needs, services }]) => [id, [...needs, ...beside([...(cluster?.services ?? []), ...(services ?? [])])]] as const,
      );
      expect(there.map(({ experiment }) => experiment)).toEqual(
        needs.filter(([, powers]) => powers.length === 0).map(([id]) => id),
      );
      expect(own.map((each) => [each.experiment, each.needs])).toEqual(needs.filter(([, powers]) => powers.length > 0));
    }
    expect(data.all).toBe(lessons.flatMap(({ manifest }) => Object.keys(manifest.experiments)).length);
    expect(data.there).toBeGreaterThan(0);
    expect(data.there).toBeLessThan(data.all);
  });

  it('asks for settings in which the lab differs from Kafka', () => {
    expect(data.settings.length).toBeGreaterThan(0);
    for (const { kafka, lab } of data.settings) expect(Number(lab)).toBeLessThan(Number(kafka));
  });
});

it('the commands name one learner throughout, whose rights end with a prefix and its dash', () => {
  const { learnerSets, rights, cleanUp } = commands;
  const learner = /PROVING_PREFIX=(\S+)/.exec(learnerSets)?.[1];
  for (const text of [rights, cleanUp])
    for (const [, pattern] of text.matchAll(/--(?:topic|group|transactional-id) ([^\s']+)/g))
      expect(pattern?.startsWith(`${learner}-`)).toBe(true);
  expect(rights.match(/--add \$ada --(topic|group|transactional-id) ada- /g)).toHaveLength(3);
});
