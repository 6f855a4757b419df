import { foundAtMost, type RunEventOf } from '@proving/spec';
import type { StampedRecord } from './lab.ts';
import type { Happening } from './recorder.ts';
import { asText } from './text.ts';

type Found = RunEventOf<'records.found'>['partitions'];
type Sent = RunEventOf<'client.send'>['records'][number];

/** Which records of which topic an event has told of, so that a look at a log can say what is new in it. */
export class Told {
  readonly #places = new Set<string>();
  /** Sends without an answer, by send id. */
  readonly #open = new Map<number, { readonly client: string; readonly topic: string; readonly records: readonly Sent[] }>();

  hear(happening: Happening): void {
    switch (happening.type) {
      case 'client.send':
        this.#open.set(happening.id, happening);
        break;
      case 'client.ack':
        this.#open.delete(happening.id);
        for (const { partition, offset } of happening.placed)
          if (offset !== null) this.#add(happening.topic, { partition, offset });
        break;
      case 'client.error':
        if (happening.id !== null) this.#open.delete(happening.id);
        break;
      case 'client.deliver':
        this.#add(happening.topic, happening);
        break;
    }
  }

  /** These clients get no answer any more. */
  silenced(clients: readonly string[]): void {
    for (const [id, { client }] of this.#open) if (clients.includes(client)) this.#open.delete(id);
  }

  /**
   * Those that nothing has told of, by partition and offset; from now on they are told of. A record as it is in a send without an
   * answer is left out: the answer is about to tell of it, and of who sent it.
   */
  newIn(topic: string, records: readonly StampedRecord[]): Found {
    const sends = [...this.#open.values()].filter((send) => send.topic === topic);
    const open = new Set(sends.flatMap((send) => send.records).map(spell));
    const partitions = new Map<number, Found[number]['records']>();
    for (const { partition, offset, ...record } of records) {
      const found = { offset, key: asText(record.key), value: asText(record.value) };
      if (this.#places.has(placeOf(topic, { partition, offset })) || open.has(spell(found))) continue;
      this.#add(topic, { partition, offset });
      const all = partitions.get(partition) ?? [];
      all.push(found);
      partitions.set(partition, all);
    }
    return [...partitions].map(([partition, all]) => {
      const newest = all.toSorted((a, b) => a.offset - b.offset).slice(-foundAtMost);
      return { partition, records: newest, more: all.length - newest.length };
    });
  }

  #add(topic: string, place: Place): void {
    this.#places.add(placeOf(topic, place));
  }
}

interface Place {
  readonly partition: number;
  readonly offset: number;
}

const spell = ({ key, value }: Pick<Sent, 'key' | 'value'>) => JSON.stringify([key, value]);
const placeOf = (topic: string, { partition, offset }: Place) => `${topic}/${partition}/${offset}`;
