import type { Consumer } from 'kafkajs';

/** How many answers without a record make it sure: one may be a fetch that kafkajs gave up in silence. */
const emptyAnswers = 2;

interface AtRest {
  readonly caughtUp: () => void;
  /** It has given up for good, as kafkajs does after an error that it does not retry. */
  readonly crashed: (error: Error) => void;
}

/**
 * Calls `caughtUp` once, when a consumer of kafkajs has worked off what the broker `leader` (its node id) had for it and has then asked
 * that broker twice for nothing. A batch in work, a batch that was thrown out of and comes again, a new assignment: each begins
 * the count anew.
 *
 * An answer was empty when the next fetch begins and no batch has begun since. The number of batches that the event FETCH
 * carries cannot tell: kafkajs 2.2.4 always writes 0 there (`src/consumer/runner.js`).
 */
export function onceAtRest(consumer: Consumer, leader: number, { caughtUp, crashed }: AtRest): void {
  const { FETCH_START, FETCH, START_BATCH_PROCESS, END_BATCH_PROCESS, GROUP_JOIN, CRASH } = consumer.events;
  let isAnswered = false;
  let isInWork = false;
  let empty = 0;
  let isTold = false;
  const anew = (inWork: boolean) => () => {
    isAnswered = false;
    isInWork = inWork;
    empty = 0;
  };
  consumer.on(GROUP_JOIN, anew(false));
  consumer.on(START_BATCH_PROCESS, anew(true));
  consumer.on(END_BATCH_PROCESS, anew(false));
  consumer.on(FETCH, ({ payload }) => {
    if (Number(payload.nodeId) === leader) isAnswered = !isInWork;
  });
  consumer.on(FETCH_START, ({ payload }) => {
    if (Number(payload.nodeId) !== leader || !isAnswered) return;
    isAnswered = false;
    empty += 1;
    if (empty < emptyAnswers || isTold) return;
    isTold = true;
    caughtUp();
  });
  consumer.on(CRASH, ({ payload }) => {
    if (!payload.restart) crashed(payload.error);
  });
}
