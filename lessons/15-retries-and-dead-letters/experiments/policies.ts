import type { EachMessagePayload as Delivered } from 'kafkajs';
import { letter } from './letter.ts';
import type { Shop } from './ten-records.ts';

/** What to do with a record that cannot be packed. When a policy returns, the record is committed. */
export function policies({ table, producer, dead }: Shop, isOver: () => boolean) {
  const setAside = (delivered: Delivered, failed: Parameters<typeof letter>[1]) =>
    producer.send({ topic: dead.name, messages: [letter(delivered, failed)] });
  // #region policies
  return {
    throw: ({ message }: Delivered) => table.pack(message),

    'try again': async ({ message, heartbeat }: Delivered) => {
      while (!(await table.pack(message).then(yes, no))) {
        await heartbeat();
        await breath();
        if (isOver()) throw new Error('the run is over');
      }
    },

    skip: ({ message }: Delivered) => table.pack(message).then(yes, no),

    'set aside': async (delivered: Delivered) => {
      const first = Date.now();
      for (let attempts = 1; ; attempts++) {
        const packing = table.pack(delivered.message);
        const error = await packing.catch((failure: Error) => failure);
        if (!error) return;
        if (attempts < 3) continue;
        const last = Date.now();
        await setAside(delivered, { error, attempts, first, last });
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
