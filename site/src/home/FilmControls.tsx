import type { Player, PlayerAct } from '@proving/replay';
import { Icon, pauseIcon, playIcon } from '../replay/icon.tsx';
import '../replay/css/round-button.css';
import '../replay/css/slider.css';

interface Props {
  readonly player: Player;
  readonly act: (act: PlayerAct) => void;
  readonly last: number;
}

/** Play or pause, and a slider with one place for each scene; both by the browser's own keys. */
export function FilmControls({ player: { playing, position }, act, last }: Props) {
  const says = playing ? 'Pause' : position === last ? 'Play again' : 'Play';
  return (
    <div className="film-controls">
      <button type="button" className="round-button" aria-label={says} title={says} onClick={() => act({ act: 'toggle' })}>
        <Icon d={playing ? pauseIcon : playIcon} />
      </button>
      <input
        type="range"
        className="pg-slider"
        min={0}
        max={last}
        step={1}
        value={position}
        aria-label="Scene"
        aria-valuetext={`${position + 1} of ${last + 1}`}
        style={{ ['--done' as string]: `${(position / last) * 100}%` }}
        onChange={({ currentTarget }) => {
          act({ act: 'pause' });
          act({ act: 'seek', to: Number(currentTarget.value) });
        }}
      />
    </div>
  );
}
