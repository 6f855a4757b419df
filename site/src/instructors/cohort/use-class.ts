import type { Exported } from '@proving/progress/browser';
import { useRef, useState } from 'react';
import { type Classroom, classroomOf } from './classroom.ts';
import { readHandedIn, type TextFile } from './handed-in.ts';

export type Class =
  | { readonly is: 'empty' }
  | { readonly is: 'reading'; readonly says: string }
  | { readonly is: 'here'; readonly classroom: Classroom; readonly files: number; readonly madeUp: boolean };

/** The class of this page. It lives in this component and nowhere else: a reload forgets it. */
export function useClass(lessons: readonly { readonly folder: string }[]) {
  const [shown, setShown] = useState<Class>({ is: 'empty' });
  const [notices, setNotices] = useState<readonly string[]>([]);
  const kept = useRef<{ readonly files: readonly Exported[]; readonly madeUp: boolean }>({ files: [], madeUp: false });
  const queue = useRef(Promise.resolve());
  const told = useRef(0);

  const read = async (all: readonly TextFile[], madeUp: boolean) => {
    const tell = (what: string) => (done: number, of: number) => {
      // Drawn as often as an eye can follow: a class has hundreds of files.
      if (performance.now() - told.current < 100) return;
      told.current = performance.now();
      setShown({ is: 'reading', says: `${what} ${done} of ${of} …` });
    };
    const handedIn = await readHandedIn(all, tell('Read'));
    // What was made up never stands beside what learners handed on.
    const before = kept.current.madeUp === madeUp ? kept.current.files : [];
    const files = madeUp ? handedIn.files : [...before, ...handedIn.files];
    kept.current = { files, madeUp };
    setNotices(handedIn.notices);
    if (files.length === 0) return setShown({ is: 'empty' });
    const classroom = await classroomOf(files, lessons, new Date(), tell('Counted'));
    setShown({ is: 'here', classroom, files: files.length, madeUp });
  };

  return {
    shown,
    notices,
    /** More files; those that came before still count. */
    add: (all: readonly TextFile[], madeUp = false) => {
      queue.current = queue.current.then(() => read(all, madeUp));
      return queue.current;
    },
    forget: () => {
      kept.current = { files: [], madeUp: false };
      setNotices([]);
      setShown({ is: 'empty' });
    },
  };
}
