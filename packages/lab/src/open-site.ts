import type { Cluster } from '@proving/cluster';
import type { Site } from './incident.ts';
import { recordedKafka } from './kafkajs/kafka.ts';
import { withoutTimerWarning } from './kafkajs/timers.ts';
import { Observer } from './observer/observer.ts';
import { refusal } from './observer/refusal.ts';
import { Recorder } from './recorder.ts';
import { eventually } from './wait.ts';

export interface SiteSetting {
  readonly cluster: Cluster;
  readonly seed: number;
  /** By title. */
  readonly names: Readonly<Record<string, string>>;
  /** Of all names. */
  readonly ending: string;
  readonly registry?: string | null;
}

export interface OpenSite extends Site, AsyncDisposable {
  readonly observer: Observer;
}

/** The site of an incident. Disposing of it lets the connections go; what was planted stays. */
export function openSite({ cluster, seed, names, ending, registry = null }: SiteSetting): OpenSite {
  const observer = new Observer(cluster);
  const quiet = () => undefined;
  const warnings = withoutTimerWarning();
  const name = (title: string) => {
    const found = names[title] ?? (title.endsWith(`-${ending}`) ? title : undefined);
    if (found === undefined) throw new Error(`the incident names no ${title} among its topics and groups`);
    return found;
  };
  return {
    kafka: recordedKafka(cluster.bootstrap, cluster.security, new Recorder(quiet), quiet),
    seed,
    observer,
    registry,
    name,
    async createTopic(title, partitions, settings = {}) {
      await observer.createTopic(name(title), {
        partitions,
        replicas: 3,
        assignment: null,
        config: { 'min.insync.replicas': '2', ...settings },
      });
      await eventually(`${title} has leaders and full in-sync replicas`, async () => {
        const placed = await observer.placements(name(title));
        return placed?.length === partitions && placed.every(({ leader, isr }) => leader !== null && isr.length === 3);
      });
    },
    async read(title) {
      if (!(await observer.topics()).includes(name(title))) return [];
      return observer.read(name(title), 'read_committed');
    },
    async readAll(title) {
      return (await observer.topics()).includes(name(title)) ? observer.readFates(name(title)) : [];
    },
    async partitions(title) {
      return (await observer.topics()).includes(name(title)) ? observer.partitions(name(title)) : [];
    },
    async settings(title) {
      return (await observer.topics()).includes(name(title)) ? observer.settings(name(title)) : new Map();
    },
    async committed(group, title) {
      const partitions = (await observer.placements(name(title))) ?? [];
      const indexes = partitions.map(({ partition }) => partition);
      return indexes.length === 0 ? new Map() : observer.groups.committed(group, name(title), indexes);
    },
    async commit(group, title, offsets) {
      let last = 'nothing yet';
      const done = () =>
        observer.groups.commit(group, name(title), offsets).then(
          () => true,
          (cause) => {
            last = refusal(cause);
            return false;
          },
        );
      // The first group of a cluster waits for the topic that commits are kept in.
      await eventually(`the group ${group} has its commits`, done, { giveUpAfter: '20s', saw: () => last });
    },
    async [Symbol.asyncDispose]() {
      await observer[Symbol.asyncDispose]();
      warnings[Symbol.dispose]();
    },
  };
}
