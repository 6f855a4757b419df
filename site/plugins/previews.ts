import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { allLessons, kafkaVersion, ledger } from './course.ts';
import { homeData } from './data/home.ts';
import { cardSvg } from './preview/card.ts';
import { endingSvg } from './preview/ending.ts';
import { painter } from './preview/image.ts';

/** The picture that goes with an address when it is sent to somebody: one for the course, one for each lesson. Drawn with every build. */
export default function previews(): Plugin {
  return {
    name: 'previews',
    async postBuild({ outDir }) {
      const [lessons, lines, kafka, paint] = await Promise.all([allLessons(), ledger(), kafkaVersion(), painter()]);
      const { film, claims } = await homeData(lessons, lines);
      const control = film.arms.at(-1);
      const course = cardSvg({
        over: 'Kafka Proving Ground',
        title: 'Most of what is said about Kafka is said, not shown.',
        under: `${claims} claims in ${lessons.length} lessons, each proved twice on Apache Kafka ${kafka}`,
        drawing: control ? endingSvg(control) : '',
      });
      const cards = lessons.map(({ number, manifest }) => ({
        name: number,
        svg: cardSvg({
          over: `Kafka Proving Ground, lesson ${number}`,
          title: manifest.question,
          under: `${manifest.title}: ${Object.keys(manifest.claims).length} claims, each proved twice on Kafka ${kafka}`,
          drawing: '',
        }),
      }));
      const folder = join(outDir, 'img', 'previews');
      await mkdir(folder, { recursive: true });
      for (const { name, svg } of [{ name: 'course', svg: course }, ...cards])
        await writeFile(join(folder, `${name}.png`), paint(svg));
    },
  };
}
