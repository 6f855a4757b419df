import { toAscii } from '../glyphs.ts';
import { margin, type Paper } from '../paper.ts';
import { indented, wrapped } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { answeredPage } from './answered.ts';
import { armPage } from './arm.ts';
import { assessedPage, assessPage } from './assess.ts';
import { cardPage } from './card.ts';
import { exercisePage, finishedPage, leftPage, reviewedPage } from './endings.ts';
import { claimsPage, openedPage, quizPage, reviewPage, stepPage } from './headings.ts';
import { helpPage } from './help.ts';
import { goalPage, solutionPage, statePage } from './picture.ts';
import { predictedPage, predictPage, runPage } from './predict.ts';
import { prosePage, roomOf } from './prose.ts';
import { askPage } from './question.ts';
import { verdictPage } from './verdict.ts';
import { hintPage, judgedPage, taskPage } from './workbench.ts';

/** What was said, as text: the same string in Ink, in a pipe and for a screen reader's ears. Ends with a line break; empty for nothing. */
export function pageText(said: Said, paper: Paper): string {
  const lines = linesOf(said, paper);
  if (lines.length === 0) return '';
  const text = `\n${indented(lines, margin).join('\n')}\n`;
  return paper.glyphs.record === '#' ? toAscii(text) : text;
}

function linesOf(said: Said, paper: Paper): readonly string[] {
  switch (said.say) {
    case 'opened':
      return openedPage(said, paper);
    case 'step':
      return stepPage(said, paper);
    case 'prose':
      return prosePage(said.markdown, paper);
    case 'claims':
      return claimsPage(said.claims, paper);
    case 'predict':
      return predictPage(said, paper);
    case 'predicted':
      return predictedPage(said, paper);
    case 'run':
      return runPage(said, paper);
    case 'arm':
      return armPage(said, paper);
    case 'verdict':
      return verdictPage(said, paper);
    case 'quiz':
      return quizPage(said.questions, paper);
    case 'review':
      return reviewPage(said, paper);
    case 'reviewed':
      return reviewedPage(said, paper);
    case 'assess':
      return assessPage(said, paper);
    case 'assessed':
      return assessedPage(said, paper);
    case 'ask':
      return askPage(said, paper);
    case 'answered':
      return answeredPage(said, paper);
    case 'exercise':
      return exercisePage(said, paper);
    case 'card':
      return cardPage(said, paper);
    case 'finished':
      return finishedPage(said, paper);
    case 'help':
      return helpPage(said.keys, paper);
    case 'trace':
      return [paper.theme.strong(said.label), '', ...said.lines.flatMap((line) => wrapped(line, roomOf(paper)))];
    case 'notice':
      return prosePage(said.text, paper);
    case 'left':
      return leftPage(said.command, paper);
    case 'task':
      return taskPage(said, paper);
    case 'judged':
      return judgedPage(said, paper);
    case 'goal':
      return goalPage(said, paper);
    case 'state':
      return statePage(said, paper);
    case 'solution':
      return solutionPage(said, paper);
    case 'hint':
      return hintPage(said, paper);
  }
}
