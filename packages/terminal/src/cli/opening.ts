import type { Place } from '@proving/catalog';
import type { OpenOptions } from '../open/options.ts';
import type { Call } from './call.ts';
import { progressOf } from './course.ts';
import { narrowest } from './mode.ts';
import { placeTyped } from './place.ts';
import { lazyRunner } from './runner.ts';

/** What the screens are given to open the place that was typed; null after having said that every lesson is finished. */
export async function opening(call: Call): Promise<{ readonly options: OpenOptions; readonly place: Place } | null> {
  const { out, paper, mode, flags, home, signal } = call;
  const progress = progressOf(call);
  const place = await placeTyped(call, progress);
  if (place === null) {
    out.line(`  Every lesson is finished. ${paper.glyphs.next} ${paper.pnpm} ${call.verb} 01 opens the first one again.`);
    out.json('finished', {});
    return null;
  }
  if (mode === 'accessible' && process.stdout.isTTY && paper.columns < narrowest)
    out.line(`  This window has fewer than ${narrowest} columns, so the lesson is told without figures.`);
  const { lesson } = place;
  return {
    place,
    options: { lesson, mode, paper, progress, runner: lazyRunner(home), home, seed: flags.seed, driver: flags.driver, signal },
  };
}

/** Where in its lesson a place is, as the screens take it. */
export function atOf({ step, question }: Place): { readonly step: number } | { readonly question: string } | null {
  if (step !== null) return { step: step.number };
  return question === null ? null : { question: question.id };
}
