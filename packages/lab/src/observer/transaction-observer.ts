import { brokerId } from '@proving/spec';
import { eventually } from '../wait.ts';
import { type Connections, library } from './connections.ts';
import { refusal } from './refusal.ts';

/** Kafka's number for transactions among the things that have a coordinator. */
const transactionCoordinator = 1;
const atRest = ['Empty', 'CompleteCommit', 'CompleteAbort', 'Dead'];

/** Asks transaction coordinators, and ends what somebody who will not come back has left open. */
export class TransactionObserver {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** The transactional ids with a transaction that has not ended, as every coordinator knows them. */
  async open(): Promise<readonly string[]> {
    const { listTransactionsV1 } = await library();
    const answers = await Promise.all(
      this.#connections
        .answering()
        .map(async (broker) => listTransactionsV1.api.async(await this.#connections.to(broker), [], [], -1n, null)),
    );
    return answers
      .flatMap(({ transactionStates }) => transactionStates)
      .filter(({ transactionState }) => !atRest.includes(transactionState))
      .map(({ transactionalId }) => transactionalId);
  }

  /** Takes an id over, as a restarted producer does: its coordinator aborts what the predecessor left, and answers then (KIP-98). */
  async end(transactionalId: string): Promise<void> {
    const { findCoordinatorV4, initProducerIdV4 } = await library();
    let last = 'nothing yet';
    const takenOver = async () => {
      try {
        const found = await this.#connections.anywhere((connection) =>
          findCoordinatorV4.api.async(connection, transactionCoordinator, [transactionalId]),
        );
        const node = found.coordinators[0]?.nodeId ?? -1;
        if (node < 0) throw new Error(`the transactional id ${transactionalId} has no coordinator now`);
        const coordinator = await this.#connections.to(brokerId(node));
        await initProducerIdV4.api.async(coordinator, transactionalId, 60_000, -1n, -1);
        return true;
      } catch (cause) {
        last = refusal(cause);
        return false;
      }
    };
    await eventually(`the transaction of ${transactionalId} has ended`, takenOver, { giveUpAfter: '20s', saw: () => last });
  }
}
