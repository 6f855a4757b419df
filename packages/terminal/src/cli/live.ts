import type { Call } from './call.ts';

/** What is being done now, with a count where there is one. */
export interface Doing {
  readonly doing: string;
  readonly done?: number;
  readonly of?: number;
  readonly unit?: string;
}

/** Says what goes on while a command works, at least every two seconds, and disappears from a terminal when it is done. */
export interface Live extends Disposable {
  tell(doing: Doing): void;
}

const every = 2_000;

export function goLive({ out, mode }: Pick<Call, 'out' | 'mode'>, now: () => number = () => performance.now()): Live {
  const began = now();
  let current: Doing | null = null;
  let shown = '';
  let shownAt = Number.NEGATIVE_INFINITY;
  const seconds = () => `${((now() - began) / 1_000).toFixed(0)} s`;
  const show = () => {
    if (current === null) return;
    const text = textOf(current, mode === 'ink');
    // A terminal repaints its one line; elsewhere a line is written for good, so only what is new is, or that time goes by.
    const due = mode === 'ink' || wordsOf(current) !== shown || now() - shownAt >= every;
    if (!due) return;
    out.passing(`${text}  ${seconds()}`);
    out.json('progress', current);
    [shown, shownAt] = [wordsOf(current), now()];
  };
  const timer = setInterval(show, mode === 'ink' ? 250 : every);
  return {
    tell(doing) {
      current = doing;
      show();
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      if (mode === 'ink' && current !== null) out.clear();
      current = null;
    },
  };
}

const wordsOf = ({ doing }: Doing) => doing;

function textOf({ doing, done, of, unit }: Doing, bar: boolean): string {
  if (done === undefined || of === undefined || of === 0) return doing;
  const count = `${done} of ${of}${unit === undefined ? '' : ` ${unit}`}`;
  return bar ? `${doing}  ${barOf(done / of)}  ${count}` : `${doing}  ${count}`;
}

function barOf(share: number, width = 20): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return `[${'='.repeat(full)}${' '.repeat(width - full)}]`;
}
