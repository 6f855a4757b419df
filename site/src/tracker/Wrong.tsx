import Link from '@docusaurus/Link';
import type { State } from '@proving/progress/browser';
import type { TrackerData } from '../../plugins/data/tracker.ts';
import { Words } from '../code/Words.tsx';
import { Asked } from './Asked.tsx';

/** What was wrong and is not yet put right: what was asked, what was said, what was measured, and the belief behind it. */
export function Wrong({ state, data: { asks, beliefs } }: { readonly state: State; readonly data: TrackerData }) {
  if (state.toClear.length === 0) return null;
  return (
    <section className="tracker-part" aria-labelledby="wrong">
      <h2 id="wrong">Wrong, and not yet put right</h2>
      <ul>
        {state.toClear.map(({ lesson, what, id, beliefs: betrayed }) => {
          const predicted = what === 'prediction' ? state.lessons[lesson]?.predictions[id]?.latest : undefined;
          return (
            <Asked key={`${lesson}/${what}/${id}`} what={what === 'answer' ? 'question' : what} {...{ lesson, id, asks }}>
              {(predicted || betrayed.length > 0) && (
                <dl>
                  {predicted?.said && (
                    <>
                      <dt>you said</dt>
                      <dd>
                        <Words text={predicted.said} />
                      </dd>
                      <dt>measured</dt>
                      <dd>
                        <Words text={predicted.measured} />
                      </dd>
                    </>
                  )}
                  {betrayed.map((belief) => (
                    <Belief key={belief} id={belief} says={beliefs[belief] ?? ''} />
                  ))}
                </dl>
              )}
            </Asked>
          );
        })}
      </ul>
    </section>
  );
}

function Belief({ id, says }: { readonly id: string; readonly says: string }) {
  return (
    <>
      <dt>stale belief</dt>
      <dd>
        <Link to="/notes/stale-beliefs">{id}</Link> <Words text={says} />
      </dd>
    </>
  );
}
