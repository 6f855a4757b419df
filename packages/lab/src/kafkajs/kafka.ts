import type { Security } from '@proving/cluster';
import kafkajs, { type Kafka, type KafkaConfig } from 'kafkajs';
import { clientSettings } from '../client-settings.ts';
import type { Recorder } from '../recorder.ts';
import { recordedConsumer } from './consumer.ts';
import { recordedProducer } from './producer.ts';

/**
 * A kafkajs `Kafka` whose clients write history. Three defaults differ from kafkajs's own, each only where the caller says nothing:
 * topics are not created by a typo (`allowAutoTopicCreation: false`), an idle fetch returns after 100 ms so that `disconnect()`
 * does not wait out five seconds (`maxWaitTimeInMs`), and the client's own log goes to `log` instead of the screen.
 * @param own settings of the caller's, which win
 */
export function recordedKafka(
  brokers: readonly string[],
  security: Security | null,
  recorder: Recorder,
  log: (line: string) => void,
  label = '',
  own: Partial<KafkaConfig> = {},
): Kafka {
  const kafka = new kafkajs.Kafka({
    clientId: `proving${label}`,
    brokers: [...brokers],
    ...secured(security),
    logLevel: kafkajs.logLevel.INFO,
    logCreator: () => (entry) => log(`${entry.namespace}: ${entry.log.message}`),
    ...own,
  });
  const make = { producer: kafka.producer.bind(kafka), consumer: kafka.consumer.bind(kafka) };
  kafka.producer = (config = {}) =>
    recordedProducer(make.producer, { allowAutoTopicCreation, ...config }, recorder.nameFor(`producer${label}`), recorder);
  kafka.consumer = (config) =>
    recordedConsumer(
      make.consumer,
      { allowAutoTopicCreation, maxWaitTimeInMs, ...config },
      own.clientId ? recorder.nameFor(own.clientId) : recorder.nameFor(`consumer${label}`, config.groupId),
      recorder,
    );
  return kafka;
}

const allowAutoTopicCreation = clientSettings.kafkajs.allowAutoTopicCreation.lab;
const maxWaitTimeInMs = clientSettings.kafkajs.maxWaitTimeInMs.lab;

function secured(security: Security | null): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  if (!security) return {};
  const { tls, sasl } = security;
  return {
    ...(tls && {
      ssl: {
        rejectUnauthorized: tls.rejectUnauthorized ?? true,
        ...(tls.ca && { ca: [tls.ca] }),
        ...(tls.cert && { cert: tls.cert }),
        ...(tls.key && { key: tls.key }),
      },
    }),
    ...(sasl && { sasl: { ...sasl, mechanism: sasl.mechanism as 'plain' } }),
  };
}
