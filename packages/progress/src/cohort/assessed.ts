import { toldRounds } from '../assessment.ts';
import type { AssessmentRound } from '../state.ts';
import type { Learner } from './learner.ts';

/** An assessment of a learner, as a row of a table; of an older log the questions are not known and stay empty. */
export interface AssessmentRow {
  readonly learner: string;
  readonly part: number;
  readonly questionsRight: number | '';
  readonly questionsAnswered: number | '';
  readonly questions: number | '';
  readonly incident: AssessmentRound['incident'];
  readonly looks: number;
  readonly clues: number;
  /** ISO 8601 of the last thing that happened in it. */
  readonly last: string;
  readonly round: AssessmentRound;
}

/** By learner and part: the last one that ended with a repair, and what was begun since. */
export function assessmentsOf(learners: readonly Learner[]): readonly AssessmentRow[] {
  return learners.flatMap(({ name, state }) =>
    Object.entries(state.assessments).flatMap(([part, assessment]) =>
      toldRounds(assessment).map((round): AssessmentRow => {
        const { questions, incident, looks, clues, at } = round;
        const outcomes = Object.values(questions?.answers ?? {});
        return {
          learner: name,
          part: Number(part),
          questionsRight: questions === null ? '' : outcomes.filter((outcome) => outcome === 'right').length,
          questionsAnswered: questions === null ? '' : outcomes.length,
          questions: questions?.of ?? '',
          incident,
          looks,
          clues,
          last: at,
          round,
        };
      }),
    ),
  );
}
