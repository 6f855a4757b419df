import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { exercise, type Lab, type Shop, type Topic } from '@proving/lab';
import { Plain } from '@proving/spec';
import { numbersOf } from '../experiments/order.ts';
import { openReader } from '../experiments/reader.ts';
import lesson from '../lesson.ts';
import { badVersion, meant, placedOrder, version1 } from './orders.ts';
import { Subject } from './subject.ts';
import { tasks } from './tasks.ts';

interface Given extends Shop {
  readonly registry: string;
  log(): ReturnType<typeof logOf>;
}
interface Opened {
  upgrade(version: 2 | 3): Promise<unknown>;
  place(number: number, order: object): Promise<unknown>;
  repair(): Promise<unknown>;
}

// Five orders are there. Two upgrades with five orders after each, under the eyes of a reader that stays with version 1. Then the bad
// night: five more by a version that nobody can read. The program repairs it, twice, and places one order to show that it can.
export default exercise<Given>(lesson, {
  async observe(program, lab) {
    const topic = await lab.topic();
    const registry = (await lab.registry()).url;
    const name = `${topic.name}-value`;
    const subject = new Subject(registry, name);
    const schemas = new SchemaRegistry({ host: registry });
    const producer = await lab.connect(lab.kafka.producer());
    const write = async (id: number, n: number, order: object) => {
      const value = await schemas.encode(id, order);
      await producer.send({ topic: topic.name, messages: [{ key: `${n}`, value }] });
    };
    const first = await subject.register(version1);
    await subject.setLevel('FULL_TRANSITIVE');
    for (const n of numbersOf(1, 5)) await write(first, n, meant(n));
    const old = await openReader(lab, topic, (value) =>
      schemas.decode(value, { [SchemaType.AVRO]: { readerSchema: version1 } }),
    );

    const log = () => logOf(lab, topic);
    const shop = returned(
      await program({ kafka: lab.kafka, topic: topic.name, registry, log }),
    );
    const errors: string[] = [];
    const tried = (act: () => Promise<unknown>) =>
      Promise.try(act).catch((error) =>
        errors.push(String(error?.message ?? error).slice(0, 160)),
      );
    const place = (n: number) => tried(() => shop.place(n, placedOrder(n)));
    await tried(() => shop.upgrade(2));
    for (const n of numbersOf(6, 10)) await place(n);
    await tried(() => shop.upgrade(3));
    for (const n of numbersOf(11, 15)) await place(n);

    const versions = await subject.versions();
    const latest = versions.at(-1);
    const fields = latest?.schema.fields.map((field) => field.name) ?? [];
    const readAs = (readerSchema: object, value: Buffer): Promise<Order | null> =>
      schemas
        .decode(value, { [SchemaType.AVRO]: { readerSchema: readerSchema as typeof version1 } })
        .catch(() => null);
    const readBy = async (schema: object, isRight: (read: Order, key: string) => boolean) => {
      const stored = await log();
      const all = await Promise.all(stored.map(({ value }) => readAs(schema, value)));
      return all.filter((read, i) => read && isRight(read, stored[i]?.key ?? '')).length;
    };
    const asMeant = (read: Order, key: string) => sameAs(read, meant(Number(key)));
    const evolved = {
      versions: versions.length,
      level: await subject.level(),
      has: fields.filter((field) => field === 'note' || field === 'gift').length,
      stored: (await log()).length,
      oldReader: await readBy(version1, (read, key) => read['pieces'] === Number(key)),
      newReader: latest ? await readBy(latest.schema, () => true) : 0,
      right: latest ? await readBy(latest.schema, asMeant) : 0,
      evidence: [`the latest version has ${fields.join(', ')}`, ...errors.slice(0, 1)],
    };
    if (evolved.versions !== 3 || evolved.level !== 'FULL_TRANSITIVE' || evolved.right !== 15)
      return evolved;

    await subject.setLevel('NONE');
    const bad = await subject.register(badVersion);
    for (const n of numbersOf(16, 20)) await write(bad, n, { ...meant(n), count: n });
    await old.ordersAmong(5, 20);
    await tried(() => shop.repair());
    const once = (await log()).length;
    await tried(() => shop.repair());
    const twice = (await log()).length;
    await place(21);
    const now = (await subject.versions()).at(-1);
    const stored = await log();
    const again = stored.slice(20, once);
    const readableBy = async (schema: object, n: number, wanted: Order) => {
      const mine = again.filter(({ key }) => key === `${n}`);
      const read = await Promise.all(mine.map(({ value }) => readAs(schema, value)));
      return read.some((order) => order !== null && sameAs(order, wanted));
    };
    const five = (test: (n: number) => Promise<boolean>) =>
      Promise.all(numbersOf(16, 20).map(test)).then((all) => all.filter(Boolean).length);
    return {
      ...evolved,
      latestIsYours: now?.id === latest?.id,
      levelAfter: await subject.level(),
      placedAfter: stored.some(({ key }) => key === '21'),
      writtenAgain: once - 20,
      readable: await five((n) => readableBy(version1, n, {})),
      asMeant: await five((n) => readableBy(latest?.schema ?? {}, n, meant(n))),
      secondTime: twice - once,
      evidence: [
        `latest: version ${now?.version}, with ${now?.schema.fields.map((field) => field.name).join(', ')}`,
        ...errors.slice(0, 2),
      ],
    };
  },

  tasks,
});

type Order = Readonly<Record<string, unknown>>;

/** Everything in the topic, oldest first. */
async function logOf(lab: Lab, topic: Topic) {
  const asBytes = (value: string) =>
    value.startsWith('0x') ? Buffer.from(value.slice(2), 'hex') : Buffer.from(value);
  return (await lab.readAll(topic)).map(({ key, value }) => ({
    key: key ?? '',
    value: asBytes(value ?? ''),
  }));
}

const sameAs = (read: Order, meant: Order) =>
  Object.entries(meant).every(([field, value]) => read[field] === value);

function returned(value: unknown): Opened {
  const opened = (value ?? {}) as Partial<Opened>;
  const missing = (['upgrade', 'place', 'repair'] as const).filter(
    (name) => typeof opened[name] !== 'function',
  );
  if (missing.length === 0) return opened as Opened;
  throw new Plain('shape', `The program did not return ${missing.join(', ')}.`, {
    saw:
      value === undefined
        ? 'nothing was returned'
        : `keys ${Object.keys(value as object).join(', ') || 'none'}`,
    fix: 'return { upgrade: async (version) => { … }, place: async (number, order) => { … }, repair: async () => { … } }',
  });
}
