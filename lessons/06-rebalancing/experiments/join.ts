import { joinClassic } from './join-classic.ts';
import { joinConsumer } from './join-consumer.ts';

/** Each of the two group protocols, in the client that speaks it. */
export const join = { classic: joinClassic, consumer: joinConsumer };
