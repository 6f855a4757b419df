import { createContext, type ReactNode, useContext } from 'react';

/** What a playground asks of the course around it: where a lesson is, and what one of its claims says. */
export interface Course {
  /** Address of a lesson's page, from its folder: `03-keys-and-partitioners`. */
  href(lesson: string): string;
  /** The text of a claim; null where the course is not at hand. */
  claim(lesson: string, id: string): string | null;
}

const context = createContext<Course>({ href: (lesson) => `/lessons/${lesson}`, claim: () => null });

export function CourseProvider({ course, children }: { readonly course: Course; readonly children: ReactNode }) {
  return <context.Provider value={course}>{children}</context.Provider>;
}

export const useCourse = (): Course => useContext(context);
