import {
  Admin,
  ConfigResourceTypes,
  Consumer,
  MessagesStreamModes,
  Producer,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import type { Cluster } from '../src/driver.ts';

/**
 * A client of the cluster under test, by its own account of addresses and security, and nothing else. Each act has a connection
 * of its own: brokers die between two acts, and what a client remembers of them is not what is under test.
 */
export function clientOf(cluster: Cluster) {
  const { security } = cluster;
  const options = () => ({
    clientId: 'conformance',
    bootstrapBrokers: [...cluster.bootstrap],
    timeout: 5_000,
    ...(security?.tls && { tls: security.tls }),
    ...(security?.sasl && { sasl: { ...security.sasl, mechanism: security.sasl.mechanism.toUpperCase() as 'PLAIN' } }),
  });
  const asAdmin = async <T>(act: (admin: Admin) => Promise<T>): Promise<T> => {
    const admin = new Admin(options());
    try {
      return await act(admin);
    } finally {
      await admin.close();
    }
  };

  return {
    async brokers(): Promise<number[]> {
      return [...(await this.addresses()).keys()].toSorted((a, b) => a - b);
    },

    /** Where each broker says it can be found. */
    async addresses(): Promise<Map<number, string>> {
      const { brokers } = await asAdmin((admin) => admin.metadata({ topics: [], forceUpdate: true }));
      return new Map([...brokers].map(([id, { host, port }]) => [id, `${host}:${port}`]));
    },

    /** A topic of one partition, on all three brokers or on those named, the first of them leading; deleted at the end of the scope. */
    async topic(config: Readonly<Record<string, string>> = {}, on?: readonly number[]): Promise<Topic> {
      const name = `${cluster.prefix}conformance-${crypto.randomUUID().slice(0, 8)}`;
      const configs = Object.entries(config).map(([key, value]) => ({ name: key, value }));
      const place = on
        ? { partitions: -1, replicas: -1, assignments: [{ partition: 0, brokers: [...on] }] }
        : { partitions: 1, replicas: 3 };
      await asAdmin((admin) => admin.createTopics({ topics: [name], ...place, configs }));
      return {
        name,
        async setting(key) {
          const resources = [{ resourceType: ConfigResourceTypes.TOPIC, resourceName: name, configurationKeys: [key] }];
          const [described] = await asAdmin((admin) => admin.describeConfigs({ resources }));
          return described?.configs.find((each) => each.name === key)?.value ?? null;
        },
        [Symbol.asyncDispose]: () => asAdmin((admin) => admin.deleteTopics({ topics: [name] })),
      };
    },

    /** Sends with acks=all. */
    async send(topic: Topic, values: readonly string[]): Promise<void> {
      const producer = new Producer({ ...options(), serializers: stringSerializers });
      try {
        await producer.send({ acks: -1, messages: values.map((value) => ({ topic: topic.name, key: 'k', value })) });
      } finally {
        await producer.close();
      }
    },

    /** The first `count` values of a topic, as a consumer of its own group reads them. */
    async read(topic: Topic, count: number): Promise<string[]> {
      const groupId = `${topic.name}-reader`;
      const consumer = new Consumer({ ...options(), groupId, deserializers: stringDeserializers });
      const stream = await consumer.consume({ topics: [topic.name], mode: MessagesStreamModes.EARLIEST, autocommit: false });
      const values: string[] = [];
      try {
        for await (const { value } of stream) if (values.push(value) === count) break;
      } finally {
        await stream.close();
        await consumer.close(true);
        await asAdmin((admin) => admin.deleteGroups({ groups: [groupId] }));
      }
      return values;
    },
  };
}

export interface Topic extends AsyncDisposable {
  readonly name: string;
  /** A setting as a describe of the topic shows it, wherever it comes from. */
  setting(key: string): Promise<string | null>;
}
