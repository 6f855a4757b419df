import { atTheStart, type Player, type PlayerAct, played, type Tape } from '@proving/replay';
import { useEffect, useReducer } from 'react';

/** The player of a tape: moves by itself while it plays, a frame at a time. */
export function usePlayer(tape: Tape): readonly [Player, (act: PlayerAct) => void] {
  const [player, act] = useReducer((now: Player, each: PlayerAct) => played(tape, now, each), atTheStart);
  const { playing } = player;
  useEffect(() => {
    if (!playing) return;
    let before: number | null = null;
    let frame = requestAnimationFrame(function next(now) {
      // A tab that was away for an hour goes on where it was.
      act({ act: 'tick', ms: Math.min(100, before === null ? 0 : now - before) });
      before = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  return [player, act];
}

export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
