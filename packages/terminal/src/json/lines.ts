import type { Told } from '../walk/runner.ts';
import type { Said } from '../walk/said.ts';
import type { Stage } from '../walk/session.ts';

/** Counts up when a field changes its meaning or goes away. */
export const schema = 1;

/** One JSON object per line: everything that is said, as data, and everything a run tells, as it comes. */
export function jsonLines(write: (text: string) => void): Pick<Stage, 'say' | 'told'> {
  const line = (type: string, fields: object) => write(`${JSON.stringify({ schema, type, ...fields })}\n`);
  return {
    say: (said) => {
      const { say: type, ...fields } = slim(said);
      line(type, fields);
    },
    told: (told: Told) => {
      const { type, ...fields } = told;
      line(type === 'event' ? 'event' : `run.${type}`, fields);
    },
  };
}

/** Without what a program knows already or has read on earlier lines: the whole lesson, the models behind a figure, the traces. */
function slim(said: Said): { readonly say: string; readonly [field: string]: unknown } {
  switch (said.say) {
    case 'opened': {
      const { number, folder, manifest } = said.lesson;
      return { say: said.say, where: said.where, lesson: folder, number, title: manifest.title, question: manifest.question };
    }
    case 'step':
    case 'run':
      return { ...said, lesson: said.lesson.folder };
    case 'arm': {
      const { arm, ...rest } = said;
      return { ...rest, card: said.card.title, arm: arm.arm, label: arm.label, t: arm.t, verdict: arm.verdict };
    }
    case 'verdict': {
      const { traces: _, ...result } = said.result;
      return { ...said, card: said.card.title, result };
    }
    case 'card': {
      const { number, folder, manifest } = said.lesson;
      const { title, question, card } = manifest;
      return { say: said.say, lesson: folder, number, title, question, seen: said.seen, ...card };
    }
    case 'exercise':
    case 'finished':
    case 'task':
    case 'judged':
    case 'goal':
    case 'state':
    case 'solution':
      return { ...said, lesson: said.lesson.folder };
    default:
      return said;
  }
}
