import type { Course } from './course.ts';
import type { TextFile } from './files.ts';
import { referencesIn } from './references.ts';
import { rowsIn } from './rows.ts';
import type { Finding } from './rule.ts';

/** A lesson's manifest says which stale beliefs it refutes, the page which lessons refute a belief: one fact, told from both ends. */
export function agreed(page: TextFile, course: Course): Finding[] {
  const rows = rowsIn(page);
  const lessonsOf = (answer: string) =>
    new Set(referencesIn(answer).flatMap((named) => (named.kind === 'lesson' || named.kind === 'later' ? [named.lesson] : [])));
  const unsaid = [...course].flatMap(([number, { folder, refutes }]) =>
    refutes.flatMap((belief): Finding[] => {
      const row = rows.find(({ id }) => id === belief);
      if (row && lessonsOf(row.answer).has(number)) return [];
      return [
        {
          path: page.path,
          line: row?.line ?? null,
          what: `does not name lesson ${number} at ${belief}, which lessons/${folder}/lesson.ts refutes`,
          do: `name the claim that refutes it: ${number} \`…\``,
        },
      ];
    }),
  );
  const untrue = rows.flatMap(({ id, answer, line }) =>
    [...lessonsOf(answer)].flatMap((number): Finding[] => {
      const lesson = course.get(number);
      if (!lesson || lesson.refutes.includes(id)) return [];
      return [
        {
          path: page.path,
          line,
          what: `says that lesson ${number} refutes ${id}, and its manifest does not`,
          do: `add '${id}' to refutes in lessons/${lesson.folder}/lesson.ts, or name the lesson that does`,
        },
      ];
    }),
  );
  return [...unsaid, ...untrue];
}
