import { atLeast, exercise, type Shop } from '@proving/lab';
import { Plain } from '@proving/spec';
import avro from 'avsc';
import { bytesOf } from '../experiments/bytes.ts';
import { orderOf } from '../experiments/order.ts';
import lesson from '../lesson.ts';
import { latestOf } from './contract.ts';

type Place = (order: unknown) => Promise<unknown>;

// Twenty orders are placed and read back by hand: the five bytes, then the values by the schema that the registry has under the
// topic's subject. Then come four things that are no orders. Then the registry is killed, and five more orders come.
export default exercise<Shop & { readonly registry: string }>(lesson, {
  async observe(program, lab) {
    const orders = await lab.topic();
    const { url: registry, kill } = await lab.registry();
    const place = returned(await program({ kafka: lab.kafka, topic: orders.name, registry }));
    const refusals: string[] = [];
    const placed = async (some: readonly unknown[]) => {
      let count = 0;
      for (const each of some)
        await Promise.try(place, each).then(
          () => {
            count += 1;
          },
          (error) => refusals.push(String(error.message ?? error).slice(0, 120)),
        );
      return count;
    };

    const twenty = Array.from({ length: 20 }, (_, i) => orderOf(i + 1));
    const accepted = await placed(twenty);
    const contract = await latestOf(registry, `${orders.name}-value`);
    const values = await bytesOf(lab, orders);
    const framed = values.filter((value) => value?.[0] === 0 && value.length > 5);
    const numbered = framed.filter((value) => value?.readInt32BE(1) === contract?.id);
    const read = numbered.map((value) => readBy(contract?.schema, value));
    const right = twenty.filter((order, i) => same(read[i], order)).length;
    const first = values[0] ?? Buffer.alloc(0);
    const seen = {
      accepted,
      subject: contract !== null,
      framed: framed.length,
      numbered: numbered.length,
      right,
      evidence: [
        ...refusals.slice(0, 1),
        `the first value: ${first.subarray(0, 24).toString('hex')} (${first.length} bytes; as JSON ${JSON.stringify(twenty[0]).length})`,
      ],
    };
    if (right < 20) return seen;

    const noOrders = [
      { ...orderOf(21), pieces: 'three' },
      { ...orderOf(22), pieces: 1.5 },
      { customer: 'mia', pieces: 3 },
      { customer: null, article: 'pen', pieces: 3 },
    ];
    const wrongPlaced = await placed(noOrders);
    const wrongStored = (await bytesOf(lab, orders)).length - 20;
    await kill();
    const later = await placed([23, 24, 25, 26, 27].map(orderOf));
    return {
      ...seen,
      wrongPlaced,
      wrongStored,
      later,
      evidence: [
        `${wrongPlaced} of 4 things that are no orders were accepted`,
        ...refusals.slice(-1),
      ],
    };
  },

  tasks: [
    {
      id: 'a-contract',
      title:
        'the registry has a schema under the subject of the topic, and the orders carry its id',
      expect: { accepted: 20, subject: true, framed: 20, numbered: 20 },
      mistakes: {
        'named-after-the-record': {
          when: { subject: false, framed: 20 },
          say: 'Your orders carry the id of a schema, and the registry has it under another subject than the one of this topic. Without a subject the client takes the name of the record.',
        },
        'bytes-alone': {
          when: { subject: true, framed: 0 },
          say: 'The schema is registered, and your values do not begin with the zero byte and its id. They are Avro, and no consumer can tell by which schema.',
        },
      },
      hints: [
        'How does a consumer that has never met your program find out what it reads?',
        'By five bytes in front of the values, and a subject in the registry (see 13.2).',
        "In `openShop`, once: register the schema with `{ subject: … }`. In `place`: let the registry's client encode.",
        "`const { id } = await schemas.register(order, { subject: topic + '-value' })`, then `await schemas.encode(id, order)`: the client puts zero and id in front.",
      ],
    },
    {
      id: 'reads-back',
      title: 'by that schema each of the twenty orders reads back as it was placed',
      expect: { right: 20 },
      mistakes: {
        'json-inside': {
          when: { numbered: 20, right: 0 },
          say: 'By your schema the values can be read, and they are not the orders: customer, article and pieces are no fields of it. A contract that says "some text" promises nothing.',
        },
      },
      hints: [
        'Which three things does a reader want to know of an order? Does your schema name them?',
        'A record in Avro has fields, each with a name and a type (see 13.2).',
        'In the schema: `customer`, `article`, `pieces`.',
        "`{ name: 'customer', type: 'string' }`, `{ name: 'article', type: 'string' }`, `{ name: 'pieces', type: 'int' }`: then the registry can refuse what breaks them.",
      ],
    },
    {
      id: 'refuses',
      title: 'what is no order is refused and not written',
      expect: { wrongPlaced: 0, wrongStored: 0 },
      mistakes: {
        forgiving: {
          when: { wrongStored: atLeast(1) },
          say: 'Things that are no orders were made into some: "three" pieces have become a number that nobody ordered. A wrong order that looks right is worse than one that is refused.',
        },
      },
      hints: [
        'What becomes of `pieces: "three"` on its way through your `place`?',
        'The serializer is the only one that checks (see 13.4). Let it see what came.',
        'In `place`: what is done to the order before it is encoded?',
        'Hand the order to `schemas.encode` as it came. It throws when a field is missing or has another type, and nothing is sent.',
      ],
    },
    {
      id: 'stays-open',
      title: 'with the registry down, orders are placed as before',
      expect: { later: 5 },
      mistakes: {
        'asks-each-time': {
          when: { later: 0 },
          say: 'With the registry down no order was placed: for each one your program asks it for something that it knows already.',
        },
      },
      hints: [
        'What does `place` need from the registry that it did not have after the first order?',
        'A client keeps each schema that it has met. What is asked anew each time is not kept (see 13.5).',
        'In `place`: is there a call besides `encode` that goes to the registry?',
        'Register once, when the shop opens, and keep the id. `register` and `getLatestSchemaId` go over the network each time; `encode` does so once for each id.',
      ],
    },
  ],
});

function readBy(schema: avro.Schema | undefined, value: Buffer | null | undefined): unknown {
  try {
    return schema && value ? avro.Type.forSchema(schema).fromBuffer(value.subarray(5)) : null;
  } catch {
    return null;
  }
}

const same = (a: unknown, b: Readonly<Record<string, unknown>>) =>
  Object.entries(b).every(([field, value]) => (a as typeof b | null)?.[field] === value);

function returned(value: unknown): Place {
  const { place } = (value ?? {}) as { place?: Place };
  if (typeof place === 'function') return place;
  throw new Plain('shape', 'The program did not return `place`.', {
    saw:
      value === undefined
        ? 'nothing was returned'
        : `keys ${Object.keys(value as object).join(', ') || 'none'}`,
    fix: 'return { place: async (order) => { … } }',
  });
}
