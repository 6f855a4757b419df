import type { Cluster } from '@proving/cluster';
import { type BrokerId, ms, type PartitionState } from '@proving/spec';
import type { Topic, WaitOptions } from './lab.ts';
import type { Observer, Placement } from './observer/observer.ts';
import type { Recorder } from './recorder.ts';
import { eventually } from './wait.ts';

/** A topic of this run, seen from beside the clients. */
export class LabTopic implements Topic {
  readonly name: string;
  readonly title: string;
  readonly #observer: Observer;
  readonly #cluster: Cluster;
  readonly #recorder: Recorder;
  #shown = '';

  constructor(name: string, title: string, observer: Observer, cluster: Cluster, recorder: Recorder) {
    this.name = name;
    this.title = title;
    this.#observer = observer;
    this.#cluster = cluster;
    this.#recorder = recorder;
  }

  async partition(index: number): Promise<{ leader: BrokerId; followers: readonly BrokerId[] }> {
    return this.#until(`${this.title}/${index} has a leader`, {}, (placements) => {
      const found = placements[index];
      return found?.leader ? { leader: found.leader, followers: found.replicas.filter((broker) => broker !== found.leader) } : null;
    });
  }

  async snapshot(): Promise<readonly PartitionState[]> {
    const partitions = await this.#observer.partitions(this.name);
    this.#show(partitions);
    return partitions;
  }

  async isReplicated(options: WaitOptions = {}): Promise<void> {
    let last: readonly PartitionState[] = [];
    const saw = () => last.map(described).join('; ') || 'no answer';
    await this.#waiting(`${this.title} is replicated`, options, saw, async () => {
      last = await this.snapshot();
      return (
        last.length > 0 &&
        last.every(
          (each) =>
            each.leader !== null &&
            each.isr.length === each.replicas.length &&
            each.replicas.every((one) => one.logEnd !== null && one.logEnd === each.highWatermark),
        )
      );
    });
  }

  async hasLeaderOtherThan(
    broker: BrokerId,
    { partition = 0, ...options }: WaitOptions & { partition?: number } = {},
  ): Promise<BrokerId> {
    return this.#until(`a leader other than broker ${broker}`, options, (placements) => {
      const leader = placements[partition]?.leader;
      return leader && leader !== broker ? leader : null;
    });
  }

  async hasInSync(
    brokers: readonly BrokerId[],
    { partition = 0, ...options }: WaitOptions & { partition?: number } = {},
  ): Promise<void> {
    const wanted = [...brokers].sort().join(',');
    const { leader } = await this.#until(`in sync: exactly ${brokers.join(', ') || 'none'}`, options, (placements) => {
      const found = placements[partition];
      return found !== undefined && [...found.isr].sort().join(',') === wanted && found;
    });
    if (leader !== null) await this.#observer.hasActed(leader, this.name);
  }

  async hasPartitions(count: number, options: WaitOptions = {}): Promise<void> {
    await this.#until(
      `${this.title} has ${count} partition${count === 1 ? '' : 's'}`,
      options,
      (placements) => placements.length === count && placements.every(({ leader }) => leader !== null),
    );
    // Known to every broker is not yet served by every leader.
    await this.offsets();
  }

  async endsAt(...highWatermarks: readonly number[]): Promise<void> {
    let last: readonly PartitionState[] = [];
    const saw = () => last.map(described).join('; ') || 'no answer';
    await this.#waiting(`${this.title} ends at ${highWatermarks.join(', ')}`, {}, saw, async () => {
      last = await this.snapshot();
      return last.length === highWatermarks.length && last.every((each, i) => each.highWatermark === highWatermarks[i]);
    });
  }

  async offsets(): Promise<readonly { partition: number; start: number; highWatermark: number; lastStable: number }[]> {
    let last: readonly PartitionState[] = [];
    return eventually(
      `the positions of ${this.title}`,
      async () => {
        last = await this.#observer.partitions(this.name);
        const known = last.flatMap((each) =>
          each.logStart === null || each.highWatermark === null || each.lastStable === null
            ? []
            : [{ partition: each.partition, start: each.logStart, highWatermark: each.highWatermark, lastStable: each.lastStable }],
        );
        return last.length > 0 && known.length === last.length && known;
      },
      { saw: () => last.map(described).join('; ') || 'no answer' },
    );
  }

  async #until<T>(until: string, options: WaitOptions, found: (placements: readonly Placement[]) => T | null | false): Promise<T> {
    let last: readonly Placement[] | null = null;
    const saw = () =>
      last
        ?.map(
          ({ partition, leader, isr }) => `partition ${partition}: leader ${leader ?? 'none'}, in sync ${isr.join(',') || 'none'}`,
        )
        .join('; ') ?? 'no answer';
    return this.#waiting(until, options, saw, async () => {
      last = await this.#observer.placements(this.name);
      return last && found(last);
    });
  }

  /** Waits, and says so when it takes longer than an eye needs to notice. */
  async #waiting<T>(until: string, options: WaitOptions, saw: () => string, ask: () => Promise<T | null | false>): Promise<T> {
    return waitAloud(this.#recorder, until, options, saw, ask);
  }

  #show(partitions: readonly PartitionState[]): void {
    const brokers = [...this.#cluster.states()].map(([broker, state]) => ({ broker, state }));
    const snapshot = {
      type: 'cluster.snapshot' as const,
      topic: this.name,
      brokers,
      partitions: partitions.map((each) => ({ ...each, isr: [...each.isr], replicas: [...each.replicas] })),
    };
    const shown = JSON.stringify(snapshot);
    if (shown === this.#shown || partitions.length === 0) return;
    this.#shown = shown;
    this.#recorder.tell(snapshot);
  }
}

/** Waits for a state and tells the beginning and the end of it. */
export async function waitAloud<T>(
  recorder: Recorder,
  until: string,
  options: WaitOptions,
  saw: () => string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const id = recorder.nextId();
  const deadline = options.giveUpAfter ?? '10s';
  recorder.tell({ type: 'wait.begin', id, until, deadline: ms(deadline) });
  try {
    const answer = await eventually(until, ask, { ...options, saw });
    recorder.tell({ type: 'wait.end', id, met: true, saw: saw() });
    return answer;
  } catch (cause) {
    recorder.tell({ type: 'wait.end', id, met: false, saw: saw() });
    throw cause;
  }
}

function described({ partition, leader, isr, highWatermark, replicas }: PartitionState): string {
  const ends = replicas.map(({ broker, logEnd }) => `${broker}:${logEnd ?? '?'}`).join(' ');
  return `partition ${partition}: leader ${leader ?? 'none'}, in sync ${isr.join(',') || 'none'}, high watermark ${highWatermark ?? '?'}, log ends ${ends}`;
}
