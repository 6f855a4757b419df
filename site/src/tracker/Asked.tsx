import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import type { TrackerData } from '../../plugins/data/tracker.ts';
import { Words } from '../code/Words.tsx';

interface Props {
  readonly lesson: string;
  readonly what: 'question' | 'prediction';
  readonly id: string;
  readonly asks: TrackerData['asks'];
  readonly children?: ReactNode;
}

/** Something that was asked, as a link to where it is asked; below it what there is to say of it. */
export function Asked({ lesson, what, id, asks, children }: Props) {
  const ask = asks[lesson]?.[id];
  return (
    <li className="tracker-asked">
      <Link to={`/lessons/${lesson}#${id}`}>{ask === undefined ? <code>{id}</code> : <Words text={ask} />}</Link>
      <span className="tracker-facts">
        lesson {lesson.slice(0, 2)}, {what} {id}
      </span>
      {children}
    </li>
  );
}
