import type { EachMessagePayload } from 'kafkajs';
import { letter } from './letter.ts';
import type { Shop } from './ten-records.ts';

/** What to do with a record that cannot be packed. When a policy returns, the record is committed. */
export function policies({ table, producer, dead }: Shop, isOver: () => boolean) {
  // #region policies
  return {
    throw: ({ message }: EachMessagePayload) => table.pack(message),

    'try again': async ({ message, heartbeat }: EachMessagePayload) => {
      while (!(await table.pack(message).then(yes, no))) {
        await heartbeat();
        await breath();
        if (isOver()) throw new Error('the run is over');
      }
    },

    skip: ({ message }: EachMessagePayload) => table.pack(message).catch(() => undefined),

    'set aside': async (delivered: EachMessagePayload) => {
      const first = Date.now();
      for (let attempts = 1; ; attempts++) {
        const error = await table.pack(delivered.message).catch((failure: Error) => failure);
        if (!error) return;
        if (attempts < 3) continue;
        const failed = { error, attempts, first, last: Date.now() };
        await producer.send({ topic: dead.name, messages: [letter(delivered, failed)] });
        return;
      }
    },
  };
  // #endregion
}

const yes = () => true;
const no = () => false;
/** Lets everything else in this process have its turn. */
const breath = () => new Promise((resolve) => setImmediate(resolve));
