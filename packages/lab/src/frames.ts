/** Cuts a TCP stream into Kafka's frames: four bytes of length, then the message (Kafka protocol guide, "Protocol Primitive Types"). */
export class Frames {
  #rest: Buffer = Buffer.alloc(0);

  /** The frames that are whole now, length included. */
  push(chunk: Buffer): readonly Buffer[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const frames: Buffer[] = [];
    while (this.#rest.length >= 4) {
      const length = 4 + this.#rest.readInt32BE(0);
      if (this.#rest.length < length) break;
      frames.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
    }
    return frames;
  }
}

/** The api key of a request frame: the first two bytes after the length. */
export const apiKeyOf = (request: Buffer) => request.readInt16BE(4);
/** The correlation id: of a request at byte 8, of a response at byte 4. */
export const correlationOf = (frame: Buffer, kind: 'request' | 'response') => frame.readInt32BE(kind === 'request' ? 8 : 4);

/** Api keys by name (Kafka protocol guide, "Api Keys"). */
export const apiKeys = {
  Produce: 0,
  Fetch: 1,
  ListOffsets: 2,
  Metadata: 3,
  OffsetCommit: 8,
  OffsetFetch: 9,
  FindCoordinator: 10,
  JoinGroup: 11,
  Heartbeat: 12,
  LeaveGroup: 13,
  SyncGroup: 14,
  InitProducerId: 22,
  AddPartitionsToTxn: 24,
  AddOffsetsToTxn: 25,
  EndTxn: 26,
  TxnOffsetCommit: 28,
} as const;
