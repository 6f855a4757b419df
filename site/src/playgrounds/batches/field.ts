/** What a field is for, which is also how it is coloured. */
export type Kind = 'place' | 'check' | 'time' | 'producer' | 'shape' | 'key' | 'value' | 'packed';

/** Neighbouring bytes with one meaning. */
export interface Field {
  /** Unique in its batch: `baseOffset`, `2.keyLength`. */
  readonly id: string;
  /** As Kafka's documentation names it. */
  readonly name: string;
  readonly kind: Kind;
  /** The first byte, and the first one behind. */
  readonly from: number;
  readonly to: number;
  /** For people: `3`, `bob`, `none, CreateTime`. */
  readonly value: string;
  /** How the bytes are to be read: `int64`, `varint`. */
  readonly type: string;
}
