import { describe, expect, it } from 'vitest';
import { failureOf, outcomeOf } from '../src/kafkajs/failure.ts';

const protocol = (type: string, retriable = true) =>
  Object.assign(new Error(`${type} said the broker`), { name: 'KafkaJSProtocolError', type, retriable });
const exceeded = (cause: unknown, retryCount: number) =>
  Object.assign(new Error('wrapped'), { name: 'KafkaJSNumberOfRetriesExceeded', cause, retryCount });

describe('what a failed send means', () => {
  it.each([
    ['a refusal before the write', protocol('NOT_ENOUGH_REPLICAS'), 'fail'],
    ['a refusal after the write', protocol('NOT_ENOUGH_REPLICAS_AFTER_APPEND'), 'info'],
    ['the leader gave up waiting for followers', protocol('REQUEST_TIMED_OUT'), 'info'],
    ['a refusal, tried once', exceeded(protocol('NOT_ENOUGH_REPLICAS'), 0), 'fail'],
    ['a refusal after a retry whose first attempt is unknown', exceeded(protocol('NOT_ENOUGH_REPLICAS'), 1), 'info'],
    ['no answer', Object.assign(new Error('Request Produce timed out'), { name: 'KafkaJSRequestTimeoutError' }), 'info'],
    ['a closed connection', Object.assign(new Error('Closed connection'), { name: 'KafkaJSConnectionClosedError' }), 'info'],
    ['nothing that we know', 'boom', 'info'],
  ])('%s', (_, error, outcome) => expect(outcomeOf(error)).toBe(outcome));

  it('keeps the words of the error underneath', () => {
    expect(failureOf(exceeded(protocol('INVALID_TIMESTAMP', false), 0))).toEqual({
      name: 'KafkaJSProtocolError',
      code: 'INVALID_TIMESTAMP',
      message: 'INVALID_TIMESTAMP said the broker',
      retriable: false,
    });
  });
});
