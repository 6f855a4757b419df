import Link from '@docusaurus/Link';
import type { Refutation } from '../../../plugins/data/misconceptions.ts';
import { Words } from '../../code/Words.tsx';

/** An experiment to show: the command, the replay, and behind them what to ask and what was measured. */
export function Shown({ lesson, refutation }: { readonly lesson: string; readonly refutation: Refutation }) {
  const { claim, claimText, experiment, title, address, ask, measured, arms } = refutation;
  return (
    <div className="wrong-shown">
      <p className="wrong-run">
        <code>pnpm lesson {address}</code> <Link to={`/lessons/${lesson}#${experiment}`}>{title}, replayed</Link>
        <span>{arms.join(' · ')}</span>
      </p>
      <details>
        <summary>What to ask, and what was measured</summary>
        <p>
          <Words text={ask} />
        </p>
        <p className="wrong-measured">
          ✓ <Words text={measured} />
        </p>
        <p>
          Claim: <Words text={claimText} /> <Link to={`/claims/${lesson}#${claim}`}>Its code and its runs</Link>
        </p>
      </details>
    </div>
  );
}
