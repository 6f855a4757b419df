import { type Happening, seconds } from '@proving/replay';
import { happeningLine } from '../figure/timeline.ts';
import { toAscii } from '../glyphs.ts';
import { pageText } from '../page/page.ts';
import { roomOf } from '../page/prose.ts';
import { margin, type Paper } from '../paper.ts';
import { hanging, indented, wrapped } from '../text.ts';
import type { Told } from '../walk/runner.ts';
import type { Stage } from '../walk/session.ts';
import type { WatchedArm } from '../walk/watch.ts';
import { HappeningStream } from './stream.ts';

/**
 * Line by line: no cursor is moved and nothing is printed twice. On paper for the ear, happenings are whole sentences. `over` ends
 * a run that nothing more will be said about.
 */
export function printer(
  write: (text: string) => void,
  paper: Paper,
  now: () => number = () => performance.now(),
): Pick<Stage, 'say' | 'told'> & { over(): void } {
  const put = (lines: readonly string[]) => {
    const text = `${indented(lines, margin).join('\n')}\n`;
    write(paper.glyphs.record === '#' ? toAscii(text) : text);
  };
  const stream = new HappeningStream(
    (happening) => put(happened(happening, paper)),
    (until) => put(hanging(paper.aloud ? '' : ' '.repeat(10), `waiting: ${until}`, roomOf(paper))),
  );
  const progress = new Doing(now);
  return {
    say: (said) => {
      if (said.say === 'verdict' || said.say === 'judged') stream.end();
      // The happenings stand there already; of the arm's figure only the drawing is new.
      const shown = said.say === 'arm' && !paper.aloud ? { ...said, arm: withoutHappenings(said.arm) } : said;
      write(pageText(shown, paper));
    },
    told: (told: Told) => {
      stream.hear(told);
      if (told.type === 'arm.started') put(['', `${told.label}  (${told.index + 1} of ${told.of})`, '']);
      const words = progress.words(told);
      if (words !== null) put(wrapped(words, roomOf(paper)));
    },
    over: () => stream.end(),
  };
}

/**
 * What is being prepared: said when it changes, and every two seconds while it lasts, with how long it has lasted. Between arms
 * the cluster is healed every time; that is worth a word where it takes long.
 */
class Doing {
  readonly #now: () => number;
  #said = '';
  #since = 0;
  #heard = 0;
  #at = 0;
  #between = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  words(told: Told): string | null {
    if (told.type === 'arm.started' || told.type === 'arm.ended') {
      this.#between = true;
      this.#said = '';
    }
    if (told.type !== 'progress' && told.type !== 'waiting') return null;
    const doing = told.type === 'waiting' ? `waiting for ${told.for}` : told.doing;
    const now = this.#now();
    // What goes on is told every second; the same after a silence is another time of it.
    const changed = doing !== this.#said || now - this.#heard > 4_000;
    this.#heard = now;
    this.#said = doing;
    if (changed) [this.#since, this.#at] = [now, now];
    const isNews = changed && !(this.#between && told.type === 'progress');
    if (!isNews && now - this.#at < 2_000) return null;
    this.#at = now;
    return `${doing}${counted(told)}${changed ? '' : `, ${Math.round((now - this.#since) / 1000)} s`}`;
  }
}

function counted(told: Extract<Told, { type: 'progress' | 'waiting' }>): string {
  if (told.type === 'waiting' || told.done === undefined || told.of === undefined) return '';
  return `: ${Math.round(told.done)} of ${Math.round(told.of)}${told.unit ? ` ${told.unit}` : ''}`;
}

const withoutHappenings = (arm: WatchedArm): WatchedArm => ({ ...arm, timeline: { ...arm.timeline, items: [] } });

function happened(happening: Happening, paper: Paper): readonly string[] {
  if (paper.aloud) return wrapped(`${seconds(happening.t)}: ${happening.sentence}.`, roomOf(paper));
  return [happeningLine(happening, paper)];
}
