import type { Cluster } from '@proving/cluster';
import type { BrokerId } from '@proving/spec';
import type { CopyOptions, PartitionLag, Segment, StoredRecordBatch, Topic, WaitOptions } from './lab.ts';
import type { Observer } from './observer/observer.ts';
import type { Recorder } from './recorder.ts';
import { storedBatches } from './storage/events.ts';
import { type LogFile, readLogFolder } from './storage/log-folder.ts';
import { decodeBatches } from './storage/record-batch.ts';
import { segmentsOf } from './storage/segments.ts';
import { waitAloud } from './topic.ts';
import { eventually } from './wait.ts';

/** Looks that an experiment asks for: at a group from its coordinator, at a log in its broker's folder. Each is told when it changed. */
export class Inspection {
  readonly #cluster: Cluster;
  readonly #observer: Observer;
  readonly #recorder: Recorder;
  readonly #lags = new Map<string, () => Promise<unknown>>();

  constructor(cluster: Cluster, observer: Observer, recorder: Recorder) {
    this.#cluster = cluster;
    this.#observer = observer;
    this.#recorder = recorder;
  }

  async groupIsStable(group: string, members: number, options: WaitOptions): Promise<void> {
    let last = 'no answer';
    const title = this.#recorder.groupTitles.get(group) ?? group;
    const until = `${title} is stable with ${members} member${members === 1 ? '' : 's'}`;
    await waitAloud(
      this.#recorder,
      until,
      options,
      () => last,
      async () => {
        const found = await this.#observer.groups.describe(group);
        last = `${found.state} with ${found.members}`;
        return found.state === 'Stable' && found.members === members;
      },
    );
  }

  async lagOf(group: string, topic: Topic): Promise<readonly PartitionLag[]> {
    const look = () => this.#lag(group, topic.name);
    const lag = await eventually(`the lag of ${group} on ${topic.title}`, async () => {
      const seen = await look();
      return seen.length > 0 && seen.every(({ logEnd }) => logEnd !== null) && seen;
    });
    this.#lags.set(`${group} ${topic.name}`, look);
    return lag.map(({ partition, committed, logEnd }) => ({
      partition,
      committed,
      logEnd: logEnd as number,
      lag: committed === null ? null : (logEnd as number) - committed,
    }));
  }

  /** Looks once more at every lag that was asked for, so that the figure has a curve and not two points. */
  async again(): Promise<void> {
    await Promise.all([...this.#lags.values()].map((look) => look().catch(() => undefined)));
  }

  async segmentsOf(topic: Topic, partition: number, options: CopyOptions): Promise<readonly Segment[]> {
    const { broker, files } = await this.#logOf(topic, partition, options);
    const segments = segmentsOf(files);
    const copy = segments.map((each) => ({ ...each, offsets: each.offsets?.map((run) => [...run] as [number, number]) ?? null }));
    this.#recorder.tellChange({ type: 'storage.snapshot', topic: topic.name, partition, broker, segments: copy });
    return segments;
  }

  async batchesOf(topic: Topic, partition: number, options: CopyOptions): Promise<readonly StoredRecordBatch[]> {
    const { broker, files } = await this.#logOf(topic, partition, options);
    const batches = files.flatMap(({ base, bytes }) => decodeBatches(bytes).map((batch) => ({ ...batch, segment: base })));
    this.#recorder.tellChange({ type: 'storage.batches', topic: topic.name, partition, broker, ...storedBatches(batches) });
    return batches;
  }

  async #logOf(topic: Topic, partition: number, options: CopyOptions): Promise<{ broker: BrokerId; files: readonly LogFile[] }> {
    const power = await this.#cluster.use('files');
    const broker = options.broker ?? (await topic.partition(partition)).leader;
    const name = `${topic.name}-${partition}`;
    const read = async () => readLogFolder(await power.path(broker, name));
    const files = await eventually(`the log of ${topic.title}/${partition} on broker ${broker}`, read, {
      saw: () => `no log files in ${name}`,
    });
    return { broker, files };
  }

  async #lag(group: string, topic: string) {
    const ends = await this.#observer.highWatermarks(topic);
    const committed = await this.#observer.groups.committed(
      group,
      topic,
      ends.map(({ partition }) => partition),
    );
    const partitions = ends.map(({ partition, highWatermark }) => ({
      partition,
      committed: committed.get(partition) ?? null,
      logEnd: highWatermark,
    }));
    if (partitions.length > 0) this.#recorder.tellChange({ type: 'group.lag', group, topic, partitions });
    return partitions;
  }
}
