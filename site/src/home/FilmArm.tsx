import { seconds } from '@proving/replay';
import type { FilmArm as Arm } from '../../plugins/data/film.ts';
import { Ladder } from './Ladder.tsx';

interface Props {
  readonly arm: Arm;
  /** Which of its scenes is shown, from 0. */
  readonly at: number;
  readonly longest: number;
}

/** One arm of the film: its replicas, what happened last, and what was promised so far. */
export function FilmArm({ arm: { arm, scenes }, at, longest }: Props) {
  const scene = scenes[at];
  if (!scene) return null;
  const { t, said, acknowledged } = scene;
  const lost = at === scenes.length - 1 ? lostIn(arm.observed) : null;
  return (
    <div className={`film-arm film-arm--${arm.id}`}>
      <p className="film-arm-head">
        <code>{arm.label}</code>
        <span className="film-arm-said">
          <span className="film-arm-time">{seconds(t)}</span> <b>{said.verb}</b> {said.what}
          {said.came && ` · ${said.came}`}
        </span>
      </p>
      <Ladder label={arm.label} scene={scene} lost={lost} longest={longest} />
      <dl className="film-arm-sums">
        <div>
          <dt>promised</dt>
          <dd>{acknowledged}</dd>
        </div>
        <div className={lost ? 'film-arm-lost' : ''}>
          <dt>of these lost</dt>
          <dd>{lost ?? '?'}</dd>
        </div>
      </dl>
    </div>
  );
}

const lostIn = (observed: Arm['arm']['observed']): number | null =>
  typeof observed === 'object' && observed !== null && 'lost' in observed ? Number(observed.lost) : null;
