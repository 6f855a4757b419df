import type { Cluster } from '@proving/cluster';
import type { BrokerId } from '@proving/spec';
import type { Frozen } from './lab.ts';
import type { Recorder } from './recorder.ts';
import { brokerTimer } from './wait.ts';

/**
 * Twice and a half of the lab's `replica.fetch.wait.max.ms` (200 ms): the longest that a leader holds a follower's fetch open.
 * A fetch that is open when its follower freezes would still be answered with the next records, and the follower would find
 * them in its socket when it thaws.
 */
const outstandingFetch = '500ms';

/** What can be done to brokers from outside. Each act is told; each one that can be undone ends with its scope. */
export class Faults {
  readonly #cluster: Cluster;
  readonly #recorder: Recorder;
  readonly #down = new Set<BrokerId>();

  constructor(cluster: Cluster, recorder: Recorder) {
    this.#cluster = cluster;
    this.#recorder = recorder;
  }

  async freeze(which: BrokerId | readonly BrokerId[]): Promise<Frozen> {
    const brokers = [which].flat() as BrokerId[];
    const power = await this.#cluster.use('freeze');
    await Promise.all(brokers.map((broker) => power.freeze(broker)));
    this.#recorder.tell({ type: 'fault.injected', fault: 'freeze', brokers, detail: 'SIGSTOP' });
    await brokerTimer('replica.fetch.wait.max.ms', outstandingFetch);
    let thawed = false;
    const thaw = async () => {
      if (thawed) return;
      thawed = true;
      await Promise.all(brokers.map((broker) => power.thaw(broker)));
      this.#recorder.tell({ type: 'fault.healed', fault: 'freeze', brokers, detail: 'SIGCONT' });
    };
    return { brokers, thaw, [Symbol.asyncDispose]: thaw };
  }

  async kill(broker: BrokerId): Promise<void> {
    await (await this.#cluster.use('kill')).kill(broker);
    this.#down.add(broker);
    this.#recorder.tell({ type: 'fault.injected', fault: 'kill', brokers: [broker], detail: 'SIGKILL' });
  }

  async stop(broker: BrokerId): Promise<void> {
    await (await this.#cluster.use('kill')).stop(broker);
    this.#down.add(broker);
    this.#recorder.tell({ type: 'fault.injected', fault: 'stop', brokers: [broker], detail: 'SIGTERM' });
  }

  async restart(broker: BrokerId): Promise<void> {
    await (await this.#cluster.use('kill')).restart(broker);
    this.#down.delete(broker);
    this.#recorder.tell({ type: 'fault.healed', fault: 'kill', brokers: [broker], detail: 'started again' });
  }
}
