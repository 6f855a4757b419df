import { textOf } from './records.ts';
import { type Arrival, type Result, resultsOf, type Span, type Windowing } from './windows.ts';

/** The count of each window and key, and what made it final. Below them what came too late. */
export function Results({ arrivals, windowing }: { readonly arrivals: readonly Arrival[]; readonly windowing: Windowing }) {
  const late = arrivals.filter((arrival) => arrival.late.length > 0);
  return (
    <div className="pg-halves">
      <div className="pg-block">
        <h2>What is counted</h2>
        <table className="pg-reads">
          <caption className="pg-hidden">The count of each window and key</caption>
          <thead>
            <tr>
              <th scope="col">window</th>
              <th scope="col">key</th>
              <th scope="col">count</th>
              <th scope="col">final</th>
            </tr>
          </thead>
          <tbody>
            {resultsOf(arrivals, windowing).map((result) => (
              <tr key={`${result.from} ${result.key}`}>
                <td>{spanText(result)}</td>
                <td>{result.key}</td>
                <td>{result.count}</td>
                <td>{finalBy(result, arrivals)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="pg-block">
        <h2>What came too late</h2>
        {late.length === 0 ? (
          <p className="pg-quiet">Nothing. Every record found its windows open.</p>
        ) : (
          <ul>
            {late.map((arrival) => (
              <li key={arrivals.indexOf(arrival)}>{lateText(arrival, windowing)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function finalBy({ by }: Result, arrivals: readonly Arrival[]): string {
  const closed = by === null ? undefined : arrivals[by];
  return closed ? `since ${textOf(closed)}` : 'not yet: no record has gone far enough';
}

function lateText({ late, streamTime, ...record }: Arrival, { grace }: Windowing): string {
  const over = grace === 0 ? '' : `, and the grace of ${grace} s was over`;
  return `${textOf(record)} is not counted in ${late.map(spanText).join(' and ')}: stream time had reached ${streamTime} s${over}.`;
}

/** `[0, 10)`: the end does not belong to it. */
const spanText = ({ from, to }: Span) => `[${from}, ${to})`;
