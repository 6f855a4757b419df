import { type Player, type PlayerAct, seconds, type Tape } from '@proving/replay';
import { memo, type ReactNode } from 'react';
import { apart } from './figures/figure.ts';
import { Icon, pauseIcon, playIcon } from './icon.tsx';
import type { Run } from './load.ts';
import './css/round-button.css';
import './css/slider.css';

interface Props {
  readonly tape: Tape;
  readonly runs: readonly Run[];
  readonly player: Player;
  readonly act: (act: PlayerAct) => void;
  readonly t: number;
  /** What the last moment was, in a sentence. */
  readonly said: string;
}

const speeds = [0.25, 0.5, 1, 2, 4] as const;

/**
 * One line: play, step, scrub, time, speed. The slider counts moments, so that each of them can be reached. A button that has
 * nothing to do stays where the focus is.
 */
export function Controls({ tape, runs, player, act, t, said }: Props): ReactNode {
  const end = tape.moments.length;
  const { position, playing } = player;
  return (
    <div className="pg-replay-controls">
      <button
        type="button"
        className="round-button pg-replay-play"
        aria-label={playing ? 'Pause' : position >= end ? 'Play again' : 'Play'}
        onClick={() => act({ act: 'toggle' })}
      >
        <Icon d={playing ? pauseIcon : playIcon} />
      </button>
      <button
        type="button"
        className="round-button"
        aria-label="One step back"
        aria-disabled={position === 0}
        onClick={() => act({ act: 'step', by: -1 })}
      >
        <Icon d="M3 3h2v10H3zM13 3v10L6 8z" />
      </button>
      <button
        type="button"
        className="round-button"
        aria-label="One step on"
        aria-disabled={position >= end}
        onClick={() => act({ act: 'step', by: 1 })}
      >
        <Icon d="M11 3h2v10h-2zM3 3v10l7-5z" />
      </button>
      <div className="pg-replay-scrub">
        <Faults tape={tape} runs={runs} />
        <input
          type="range"
          className="pg-slider"
          min={0}
          max={end}
          step={1}
          value={position}
          aria-label="Position in the run"
          aria-valuetext={`${position} of ${end}, ${seconds(t)}${said ? `: ${said}` : ''}`}
          style={{ ['--done' as string]: `${end === 0 ? 0 : (position / end) * 100}%` }}
          onChange={(event) => act({ act: 'seek', to: Number(event.currentTarget.value) })}
        />
      </div>
      <output className="pg-replay-clock">{seconds(t)}</output>
      <label className="pg-replay-speed">
        <span className="visually-hidden">Speed</span>
        <select
          value={String(player.speed)}
          onChange={({ currentTarget: { value } }) =>
            act({ act: 'speed', speed: value === 'recorded' ? 'recorded' : Number(value) })
          }
        >
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
          <option value="recorded">as it ran</option>
        </select>
      </label>
    </div>
  );
}

/** Where on the slider something was done to brokers or programs. */
const Faults = memo(function Faults({ tape, runs }: { tape: Tape; runs: readonly Run[] }) {
  const before = runs.map(() => 0);
  const marks = tape.moments.flatMap(({ run, events }, i) => {
    const news = runs[run]?.reel.events.slice(before[run], events) ?? [];
    before[run] = events;
    return news.some(({ type }) => type === 'fault.injected') ? [(i + 1) / tape.moments.length] : [];
  });
  return (
    <span className="pg-replay-faults" aria-hidden="true">
      {apart(marks, (part) => part, 0.004).map((part) => (
        <i key={part} style={{ left: `${part * 100}%` }} />
      ))}
    </span>
  );
});
