import type { Failure } from '@proving/spec';
import type { Outcome } from '../history/operation.ts';

interface ClientError {
  readonly name?: string;
  readonly message?: string;
  readonly type?: string;
  readonly code?: string | number;
  readonly retriable?: boolean;
  readonly retryCount?: number;
  readonly cause?: unknown;
}

/** A broker answered, and its answer leaves open whether the batch was written (Kafka protocol guide, error codes). */
const leavesOpen = new Set([
  'REQUEST_TIMED_OUT',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
  'UNKNOWN',
  'KAFKA_STORAGE_ERROR',
  'NETWORK_EXCEPTION',
]);

/** The client's own error, the one underneath where it is wrapped, verbatim. */
export function failureOf(error: unknown): Failure {
  const root = rootOf(error);
  return {
    name: root.name ?? 'Error',
    code: root.type ?? (root.code === undefined ? null : String(root.code)),
    message: root.message ?? String(error),
    retriable: root.retriable ?? false,
  };
}

/**
 * What a failed send means: `fail` when a broker said no before it wrote, else `info`. After a retry the attempts before the last
 * one are unknown, so only a send that was tried once can be `fail`.
 */
export function outcomeOf(error: unknown): Outcome {
  const retried = ((error as ClientError | null)?.retryCount ?? 0) > 0;
  const root = rootOf(error);
  if (retried || root.name !== 'KafkaJSProtocolError' || root.type === undefined) return 'info';
  return leavesOpen.has(root.type) ? 'info' : 'fail';
}

function rootOf(error: unknown): ClientError {
  const given = (error ?? {}) as ClientError;
  const wraps = given.name === 'KafkaJSNumberOfRetriesExceeded' || given.name === 'KafkaJSNonRetriableError';
  return wraps && given.cause ? rootOf(given.cause) : given;
}
