import Link from '@docusaurus/Link';
import type { Tape } from '@proving/replay';
import { useMemo } from 'react';
import type { Film } from '../../plugins/data/film.ts';
import { useInSight } from '../replay/use-in-sight.ts';
import { reducedMotion, usePlayer } from '../replay/use-player.ts';
import { FilmArm } from './FilmArm.tsx';
import { FilmControls } from './FilmControls.tsx';
import './film.css';

/** The course's best-known experiment as it was recorded: plays once by itself; where less motion is asked for it shows how it ended. */
export function LeaderDies({ film: { run, arms } }: { readonly film: Film }) {
  const last = (arms[0]?.scenes.length ?? 1) - 1;
  const tape = useMemo(() => tapeOf(last), [last]);
  const [player, act] = usePlayer(tape);
  const ref = useInSight<HTMLElement>(() => act(reducedMotion() ? { act: 'seek', to: last } : { act: 'play' }));
  const longest = Math.max(
    ...arms.flatMap(({ scenes }) => scenes.flatMap(({ replicas }) => replicas.map(({ logEnd }) => logEnd ?? 0))),
  );
  const shown = (at: number) => arms.map((arm) => <FilmArm key={arm.arm.id} {...{ arm, at, longest }} />);
  return (
    <figure className="film" ref={ref} aria-label={`Recorded experiment: ${run.title}`}>
      <figcaption>Twenty orders are sent, the last ten while both followers stand still. Then the leader is killed.</figcaption>
      <div className="script-only">
        <div className="film-arms">{shown(player.position)}</div>
      </div>
      <div className="script-off">
        <div className="film-arms">{shown(last)}</div>
      </div>
      <div className="script-only">
        <FilmControls {...{ player, act, last }} />
      </div>
      <p className="film-foot">
        Recorded on Kafka {run.recorded.kafka}, {run.recorded.at.slice(0, 10)}.{' '}
        <Link to={`/lessons/${run.lesson}#${run.experiment}`}>What would you have expected?</Link>
      </p>
    </figure>
  );
}

/** Ms for each scene: long enough to be read, short enough that the whole is over in ten seconds. */
const pace = 1_400;

const tapeOf = (moments: number): Tape => ({
  runs: 1,
  moments: Array.from({ length: moments }, (_, i) => ({ run: 0, t: (i + 1) * pace, telling: true, events: i + 1 })),
});
