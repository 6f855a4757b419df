import type { IndexedLesson } from '../plugins/course-pages.ts';

/** The lesson that an address without a page names: by its number (`/7`, `/lessons/07.3`), or by words of its folder. */
export function lessonMeant(path: string, lessons: readonly IndexedLesson[]): IndexedLesson | null {
  const words = path
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const number = words.find((word) => /^\d{1,2}$/.test(word));
  const byNumber = number === undefined ? undefined : lessons.find((each) => Number(each.number) === Number(number));
  if (byNumber) return byNumber;
  const telling = words.filter((word) => word.length > 3 && word !== 'lesson' && word !== 'lessons');
  const shared = (folder: string) => telling.filter((word) => folder.split('-').some((part) => part.startsWith(word))).length;
  const best = lessons.toSorted((a, b) => shared(b.folder) - shared(a.folder))[0];
  return best && shared(best.folder) > 0 ? best : null;
}
