import type { Service } from '@proving/spec';

/** What may run beside the brokers, by its name in a lesson's manifest. */
export interface Services extends Record<Service, unknown> {
  readonly registry: SchemaRegistry;
}

/** A running schema registry that speaks Confluent's REST API. */
export interface SchemaRegistry {
  /** Where that API begins, without a slash at the end: `http://127.0.0.1:20040/apis/ccompat/v7`. */
  readonly url: string;
  /**
   * SIGKILL; returns when it is gone. Whoever asks for the service next has it again, with its schemas.
   * @throws {Plain} code `not-provable-here`, exit 2, where it is somebody else's
   */
  kill(): Promise<void>;
}
