/**
 * `sendOffsets` of a transaction of kafkajs, asked again while the broker still ends the transaction before it (error 51,
 * `CONCURRENT_TRANSACTIONS`). For a send kafkajs 2.2.4 does that by itself; where `sendOffsets` is the first act of a transaction it
 * throws, and a consumer that lets this pass stops for good (`src/producer/eosManager/index.js`).
 */
export function askedAgain<A extends unknown[], R>(call: (...given: A) => Promise<R>): (...given: A) => Promise<R> {
  return async (...given) => {
    for (;;) {
      try {
        return await call(...given);
      } catch (error) {
        if ((error as { type?: string }).type !== 'CONCURRENT_TRANSACTIONS') throw error;
      }
    }
  };
}
