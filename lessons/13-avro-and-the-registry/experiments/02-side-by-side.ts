import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import { CompressionTypes } from 'kafkajs';
import lesson from '../lesson.ts';
import { hundredOf, packedHundred } from './bytes.ts';
import { encoder, type Format } from './contracts.ts';
import { orderOf } from './order.ts';

// The same hundred orders in one send, five times. The leader's file is what we pay for.
export default experiment(lesson, 'names-cost-bytes', {
  arms: {
    treatment: { as: 'avro' },
    protobuf: { as: 'protobuf' },
    json: { as: 'json' },
    packedJson: { as: 'json.gz' },
    packedAvro: { as: 'avro.gz' },
  },

  async run({ as }, lab) {
    const orders = await lab.topic();
    const registry = new SchemaRegistry({ host: (await lab.registry()).url });
    const [format, packed] = as.split('.') as [Format, string?];
    const asBytes = await encoder(format, registry, `${orders.name}-value`);
    const hundred = Array.from({ length: 100 }, (_, i) => asBytes(orderOf(i + 1)));
    const messages = (await Promise.all(hundred)).map((value) => ({ value }));
    const compression = packed ? CompressionTypes.GZIP : CompressionTypes.None;
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, compression, messages });
    const [segment] = await lab.segmentsOf(orders);
    return { value: Buffer.byteLength(messages[0]?.value ?? ''), file: segment?.bytes ?? 0 };
  },

  expect: {
    treatment: { value: 21, file: hundredOf(21) },
    protobuf: { value: 24, file: hundredOf(24) },
    json: { value: 52, file: hundredOf(52) },
    packedJson: { value: 52, file: packedHundred },
    packedAvro: { value: 21, file: packedHundred },
  },
});
