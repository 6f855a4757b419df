/**
 * Ids that were given up and what they are called now. A log keeps what was written; the fold reads it under today's names.
 * Nothing is ever taken away here. Experiments, claims, questions and tasks stand under the lesson's name of today:
 * `'07-acks-and-durability/acked-survives': 'acknowledged-survives'`.
 */
export interface Aliases {
  readonly lessons: Readonly<Record<string, string>>;
  readonly experiments: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, string>>;
  readonly tasks: Readonly<Record<string, string>>;
}

export const aliases: Aliases = { lessons: {}, experiments: {}, claims: {}, questions: {}, tasks: {} };

/** Today's name of a lesson; renamed twice is renamed once more. */
export function lessonNow(lesson: string, table: Aliases): string {
  return Object.hasOwn(table.lessons, lesson) ? follow(lesson, '', table.lessons) : lesson;
}

/** Today's name of something in a lesson. */
export function nameNow(kind: Exclude<keyof Aliases, 'lessons'>, lesson: string, id: string, table: Aliases): string {
  const names = table[kind];
  // Asked for every line of a log, and nearly always there is nothing to look up.
  for (const _ in names) return follow(id, `${lesson}/`, names);
  return id;
}

function follow(name: string, under: string, names: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let now = name;
  while (Object.hasOwn(names, under + now) && !seen.has(now)) {
    seen.add(now);
    now = names[under + now] as string;
  }
  return now;
}
