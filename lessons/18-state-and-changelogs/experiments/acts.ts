import type { Consumer, Producer } from 'kafkajs';
import type { At, Commit, Topics, Work } from '../streams/index.ts';

export type Act = 'output' | 'state' | 'position';

/** Output, state and position as three acts, in this order. */
export function actByAct(
  order: readonly Act[],
  { producer, consumer }: { readonly producer: Producer; readonly consumer: Consumer },
  { from, to, changelog }: Topics,
  at: At,
): Commit {
  // #region acts
  const acts = {
    output: ({ output }: Work) => producer.send({ topic: to, messages: output }),
    state: ({ changes }: Work) => producer.send({ topic: changelog, messages: changes }),
    position: ({ partition, offset }: Work) =>
      consumer.commitOffsets([{ topic: from, partition, offset }]),
  };
  return async (work) => {
    for (const act of order) {
      await acts[act](work);
      await at(act, work);
    }
  };
  // #endregion
}
