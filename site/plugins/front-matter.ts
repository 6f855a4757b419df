import { basename } from 'node:path';
import { lessonNamed } from './course.ts';

/** What Docusaurus must know of a lesson's page. Its address and place are the folder's name, its words the manifest's. */
export async function lessonFrontMatter(dir: string): Promise<Record<string, string | number | boolean>> {
  const lesson = await lessonNamed(basename(dir));
  return {
    slug: `/${lesson.folder}`,
    sidebar_position: Number(lesson.number),
    title: lesson.manifest.title,
    sidebar_label: `${lesson.number}\u2002${lesson.manifest.title}`,
    description: lesson.manifest.question,
    image: `/img/previews/${lesson.number}.png`,
    hide_title: true,
  };
}
