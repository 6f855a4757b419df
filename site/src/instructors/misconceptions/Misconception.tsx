import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { Misconception as Wrong } from '../../../plugins/data/misconceptions.ts';
import { Words } from '../../code/Words.tsx';
import { Shown } from './Shown.tsx';
import './misconception.css';

/** A wrong belief: how it sounds, what holds, and the experiments that show it. */
export function Misconception({ lesson, belief }: { readonly lesson: string; readonly belief: Wrong }) {
  const { id, says, cameFrom, truth, heard, refutedBy } = belief;
  const anchor = `${lesson.slice(0, 2)}-${id}`;
  useBrokenLinks().collectAnchor(anchor);
  return (
    <article className="wrong" id={anchor} aria-label={`${id} in lesson ${lesson.slice(0, 2)}`}>
      <h3>
        <span className="wrong-id">{id}</span> “<Words text={says} />”
      </h3>
      <p className="wrong-from">
        Where it comes from: <Words text={cameFrom} />
      </p>
      {heard.length > 0 && (
        <ul className="wrong-heard" aria-label="How it sounds">
          {heard.map(({ says, at, anchor }) => (
            <li key={`${anchor}${says}`}>
              “<Words text={says} />” <Link to={`/lessons/${lesson}#${anchor}`}>{at}</Link>
            </li>
          ))}
        </ul>
      )}
      <p className="wrong-truth">
        <b>What holds.</b> <Words text={truth} />
      </p>
      {refutedBy.map((each) => (
        <Shown key={`${each.claim}${each.experiment}`} lesson={lesson} refutation={each} />
      ))}
    </article>
  );
}
