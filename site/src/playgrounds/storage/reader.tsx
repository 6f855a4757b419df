import { Proof } from '../kit/proof.tsx';
import { endOf, type Log, recordsOf, startOf } from './log.ts';

/** What a consumer that asks from the first offset is given, in order. */
export function Reader({ log }: { readonly log: Log }) {
  const records = log.segments.flatMap(recordsOf);
  const keys = new Set(records.map(({ key }) => key));
  const again = records.length - keys.size;
  const compact = log.settings['cleanup.policy'] === 'compact';
  return (
    <div className="pg-block">
      <div>
        <h2>A reader from the beginning</h2>
        <p className="pg-quiet">
          From offset {startOf(log)} to the end at {endOf(log)}: {records.length === 1 ? 'one record' : `${records.length} records`}
          {compact && again > 0 && `, ${again} of them outdated, since ${again === 1 ? 'its key comes' : 'their keys come'} again`}.
        </p>
      </div>
      <table className="pg-reads">
        <caption className="pg-hidden">Records in the order in which they are read</caption>
        <thead>
          <tr>
            <th scope="col">offset</th>
            <th scope="col">key</th>
            <th scope="col">value</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ offset, key, value }) => (
            <tr key={offset}>
              <td>{offset}</td>
              <td>{key ?? '–'}</td>
              <td>{value ?? 'null, a tombstone'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pg-proofs">
        {(compact ? compacted : deleted).map((claim) => (
          <Proof key={claim} lesson="11-storage" claim={claim} />
        ))}
      </div>
    </div>
  );
}

const compacted = ['compaction-keeps-the-last-per-key-behind-the-head', 'tombstones-linger-until-new-traffic'] as const;
const deleted = ['a-segment-goes-as-a-whole', 'a-limit-is-per-partition'] as const;
