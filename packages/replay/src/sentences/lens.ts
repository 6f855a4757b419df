import type { Lens } from '../lenses.ts';
import { inSentences } from '../transcript.ts';
import type { Views } from '../views.ts';
import { batchesInSentences } from './batches.ts';
import { groupTimelineInSentences } from './group-timelines.ts';
import { groupsInSentences } from './groups.ts';
import { joinsInSentences } from './joins.ts';
import { lagInSentences } from './lags.ts';
import { lanesInSentences } from './lanes.ts';
import { lettersInSentences } from './letters.ts';
import { segmentsInSentences } from './segments.ts';
import { transactionsInSentences } from './transactions.ts';
import { windowsInSentences } from './windows.ts';

/**
 * What a figure shows, in sentences: its text equivalent, in the terminal as on the site.
 * @param until the time that is looked at, ms since the arm began
 */
export function lensInSentences(lens: Lens, model: Views, until: number): readonly string[] {
  switch (lens) {
    case 'batches':
      return batchesInSentences(model.batches);
    case 'segments':
      return segmentsInSentences(model.segments);
    case 'dead-letter flow':
      return lettersInSentences(model.letters);
    case 'windows':
      return windowsInSentences(model.windows);
    case 'join':
      return joinsInSentences(model.joins);
    case 'lag':
    case 'lag numbers':
      return lagInSentences(model.lags);
    case 'transactions':
      return transactionsInSentences(model.transactions);
    case 'group timeline':
      return groupTimelineInSentences(model.groupTimelines, until);
    case 'replicas':
      return inSentences(model.ladder);
    case 'lanes':
      return [...lanesInSentences(model.lanes, model.groups), ...groupsInSentences(model.groups)];
  }
}
