import Link from '@docusaurus/Link';
import { useId } from 'react';
import type { Standing } from '../../plugins/proofs.ts';
import { Words } from '../code/Words.tsx';
import { verdicts } from './verdicts.ts';
import './claim.css';

interface Cited extends Standing {
  readonly lesson: string;
  readonly id: string;
  readonly text: string;
  /** The title of the experiment that proves it. */
  readonly experiment: string;
}

/** A claim where a sentence cites it: how it stands, and behind that what was run, where and when. Opens without JavaScript. */
export function Claim({ claim }: { readonly claim: string }) {
  const { lesson, id, text, experiment, verdict, kafka, on, driver, proved, runs } = JSON.parse(claim) as Cited;
  const card = useId();
  const { mark, says } = verdicts[verdict];
  return (
    <span className="claim">
      <button type="button" className={`claim-badge claim-badge--${verdict}`} popoverTarget={card}>
        {mark} {says}
        <span className="visually-hidden"> on Kafka {kafka}: show the claim</span>
      </button>
      <span id={card} popover="auto" className="claim-card">
        <b>
          <Words text={text} />
        </b>
        <span className="claim-run">
          {mark} {says} on Kafka {kafka}, {on}, driver {driver}; {proved} of {runs} recorded {runs === 1 ? 'run' : 'runs'}
        </span>
        <span className="claim-links">
          <Link to={`/claims/${lesson}#${id}`}>The experiment “{experiment}”: its code, its runs</Link>
        </span>
      </span>
    </span>
  );
}
