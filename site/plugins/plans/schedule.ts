import type { Manner, Session } from './outlines.ts';

/** What a plan needs of a lesson. */
export interface Timed {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly minutes: number;
}

export interface Scheduled {
  readonly title: string;
  readonly minutes: number;
  /** Minutes that nothing fills; less than zero for a session that does not fit. */
  readonly left: number;
  readonly rows: readonly Row[];
}

export interface Row {
  /** When it begins: `09:30`, or `0:30` from the session's beginning. */
  readonly at: string;
  readonly minutes: number;
  readonly is: 'lesson' | 'talk' | 'pause' | 'other';
  readonly says: string;
  /** The folder of a lesson. */
  readonly lesson?: string;
}

/**
 * A session with its times. A lesson takes what its manifest says; after it comes a talk; a pause comes before a lesson that would
 * be begun after more work than the manner of the plan allows.
 * @throws when a lesson that it names is not there
 */
export function schedule(session: Session, manner: Manner, lessons: readonly Timed[]): Scheduled {
  const rows: Row[] = [];
  let [gone, worked] = [0, 0];
  const add = (row: Omit<Row, 'at'>) => {
    rows.push({ at: clock(session.from, gone), ...row });
    gone += row.minutes;
    worked = row.is === 'pause' || row.says === 'Lunch' ? 0 : worked + row.minutes;
  };
  for (const part of session.parts) {
    if (part.is === 'other') add({ ...part });
    else if (part.is === 'rest') {
      if (session.minutes > gone) add({ is: 'other', minutes: session.minutes - gone, says: part.says });
    } else {
      const lesson = lessons.find(({ number }) => Number(number) === part.lesson);
      if (!lesson) throw new Error(`A plan names lesson ${part.lesson} for ${session.title}, and there is none`);
      const { minutes, number, title, folder } = lesson;
      if (worked > 0 && worked + minutes > manner.pause.after) add({ is: 'pause', minutes: manner.pause.minutes, says: 'Pause' });
      add({ is: 'lesson', minutes, says: `${number} ${title}`, lesson: folder });
      add({ is: 'talk', minutes: manner.talk, says: 'Talk: predicted and measured' });
    }
  }
  return { title: session.title, minutes: session.minutes, left: session.minutes - gone, rows };
}

/** Lessons in their order as sittings of at most so many minutes; a longer lesson is a sitting of its own. */
export function sittingsOf(lessons: readonly Timed[], most: number): readonly (readonly Timed[])[] {
  const sittings: Timed[][] = [];
  for (const lesson of lessons) {
    const last = sittings.at(-1);
    if (last && minutesOf(last) + lesson.minutes <= most) last.push(lesson);
    else sittings.push([lesson]);
  }
  return sittings;
}

export const minutesOf = (all: readonly { readonly minutes: number }[]) => all.reduce((sum, { minutes }) => sum + minutes, 0);

function clock(from: string | null, gone: number): string {
  const [hours = 0, minutes = 0] = (from ?? '0:00').split(':').map(Number);
  const at = hours * 60 + minutes + gone;
  const [hour, minute] = [Math.floor(at / 60), String(at % 60).padStart(2, '0')];
  return `${from === null ? hour : String(hour).padStart(2, '0')}:${minute}`;
}
