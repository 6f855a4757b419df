import type { RunEvent } from '@proving/spec';
import type { DeliverOperation, Operation } from './history/operation.ts';
import type { StampedRecord } from './lab.ts';
import { asText, whole } from './text.ts';
import { Told } from './told.ts';

type WithoutTime<E> = E extends unknown ? Omit<E, 't'> : never;
export type Happening = WithoutTime<RunEvent>;

/** Where everything that an arm does is told: as events for the eye, as operations for the history. */
export class Recorder {
  readonly operations: Operation[] = [];
  /** Titles of groups by their names on the brokers, where the experiment gave them one. */
  readonly groupTitles = new Map<string, string>();
  /**
   * Clients of killed programs by name, with their group: shown as members until somebody of the group hears of another assignment,
   * which is how long the coordinator takes them for alive.
   */
  readonly dead = new Map<string, string>();
  readonly #named = new Map<string, number>();
  readonly #states = new Map<string, string>();
  readonly #told = new Told();
  #began = performance.now();
  readonly #emit: (event: RunEvent) => void;
  #ids = 0;

  constructor(emit: (event: RunEvent) => void) {
    this.#emit = emit;
  }

  /** What a client is called in figures: `producer`, `producer 2`; a consumer is called after the title of its group. */
  nameFor(kind: string, group?: string): string {
    const title = (group && this.groupTitles.get(group)) || kind;
    const times = (this.#named.get(title) ?? 0) + 1;
    this.#named.set(title, times);
    return times === 1 ? title : `${title} ${times}`;
  }

  /** The arm begins now: what was prepared before it is not its time. */
  begin(): void {
    this.#began = performance.now();
  }

  /** Milliseconds since the arm began. */
  now(): number {
    return Math.round((performance.now() - this.#began) * 10) / 10;
  }

  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  tell(happening: Happening): void {
    if (happening.type === 'group.join' || happening.type === 'group.assign') this.#buryIn(happening.group);
    this.#told.hear(happening);
    this.#emit({ t: this.now(), ...happening } as RunEvent);
  }

  /** Somebody has read a topic: what no event has told of is an event. */
  found(topic: { readonly name: string; readonly title: string }, records: readonly StampedRecord[]): void {
    const partitions = this.#told.newIn(topic.name, records);
    if (partitions.length > 0) this.tell({ type: 'records.found', topic: topic.name, title: topic.title, partitions });
  }

  /** What these clients have sent and have no answer for will get none: their program was killed. */
  silenced(clients: readonly string[]): void {
    this.#told.silenced(clients);
  }

  /** Tells a state only when it is not what was last told of the same thing. */
  tellChange(state: Extract<Happening, { type: 'group.lag' | 'storage.snapshot' | 'storage.batches' }>): void {
    const of = [state.type, state.topic, 'group' in state ? state.group : `${state.partition} ${state.broker}`].join(' ');
    const told = JSON.stringify(state);
    if (this.#states.get(of) === told) return;
    this.#states.set(of, told);
    this.tell(state);
  }

  #buryIn(group: string): void {
    for (const [client, its] of this.dead) {
      if (its !== group) continue;
      this.dead.delete(client);
      this.tell({ type: 'group.leave', client, group });
    }
  }

  record(operation: Operation): void {
    this.operations.push(operation);
  }

  /** A record has reached a consumer's own code. */
  delivered(to: Pick<DeliverOperation, 'process' | 'group' | 'topic' | 'partition' | 'isolation'>, message: Received): void {
    const offset = Number(message.offset);
    this.record({ kind: 'deliver', ...to, at: this.now(), offset, key: whole(message.key), value: whole(message.value) });
    const { process: client, topic, partition } = to;
    this.tell({ type: 'client.deliver', client, topic, partition, offset, key: asText(message.key), value: asText(message.value) });
  }
}

/** A message as any of the clients hands it over. */
interface Received {
  readonly offset: string | bigint;
  readonly key?: Buffer | string | null | undefined;
  readonly value?: Buffer | string | null | undefined;
}
