import type { FilmArm } from '../data/film.ts';
import { colours, text } from './card.ts';

const cell = { step: 22, width: 18, height: 28 };
const left = 190;

/** How an arm of the film ended: a row for each replica, and what became of what had been promised. 1040 px wide. */
export function endingSvg({ arm, scenes }: FilmArm): string {
  const end = scenes.at(-1);
  if (!end) throw new Error(`The arm ${arm.id} has no scenes`);
  const { lost = 0 } = arm.observed as { readonly lost?: number };
  const rows = end.replicas.map(({ broker, state, logEnd }, row) => {
    const y = row * 42;
    const dead = state === 'killed';
    const records = Array.from({ length: logEnd ?? 0 }, (_, offset) => {
      const gone = offset >= end.highWatermark;
      return `<rect x="${left + offset * cell.step}" y="${y}" width="${cell.width}" height="${cell.height}" fill="${gone ? colours.other : colours.record}"/>`;
    });
    return text(0, y + 23, 26, `broker ${broker}`, dead ? colours.other : colours.ink) + records.join('');
  });
  const sums = [
    text(700, 23, 26, arm.label, colours.muted),
    text(700, 65, 26, `${end.acknowledged} promised`, colours.ink),
    text(700, 107, 26, `${lost} of them lost`, colours.other, 700),
  ];
  return `<g transform="translate(0 36)">${rows.join('')}${sums.join('')}</g>`;
}
