import type { EachMessageHandler, KafkaMessage } from 'kafkajs';
import type { Breaker } from './breaker.ts';
import type { Warehouse } from './warehouse.ts';

/** A handler that asks the warehouse through a breaker. While that is open, its partition is paused and the order is kept. */
export function careful(breaker: Breaker, warehouse: Warehouse): EachMessageHandler {
  // #region handle
  const decide = async (order: KafkaMessage) => {
    for (let attempts = 1; attempts <= 3; attempts++) {
      if (await breaker.call(() => warehouse.pack(order)).then(yes, no)) return true;
      if (breaker.state === 'open') return false;
    }
    return warehouse.giveUp(order);
  };

  return async ({ message, pause }) => {
    if (await decide(message)) return;
    const resume = pause();
    const again = async () => {
      if (await decide(message)) resume();
      else breaker.whenNotOpen(again);
    };
    breaker.whenNotOpen(again);
  };
  // #endregion
}

const yes = () => true;
const no = () => false;
