import type { KafkaMessage, Producer } from 'kafkajs';
import type { Table } from './table.ts';

type Delivered = { readonly message: KafkaMessage };

/** Two places in which an order waits for its next try. */
export function waiting(table: Table, producer: Producer, retries: string) {
  // #region waiting
  return {
    'in the handler': async ({ message }: Delivered) => {
      while (!(await table.pack(message).then(yes, no)));
    },
    'in a retry topic': async ({ message }: Delivered) => {
      if (await table.pack(message).then(yes, no)) return;
      const messages = [{ key: message.key, value: message.value }];
      await producer.send({ topic: retries, messages });
    },
  };
  // #endregion
}

const yes = () => true;
const no = () => false;
