import { type Expectation, inWords } from '@proving/spec';
import { fileLink } from '../link.ts';
import type { Paper } from '../paper.ts';
import { cut, ends, hanging, indented, padEnd, titled, widthOf, wrapped } from '../text.ts';
import type { ExerciseResult } from '../walk/runner.ts';
import type { Said } from '../walk/said.ts';
import { count } from './headings.ts';
import { prosePage, roomOf } from './prose.ts';

/** The task, and the file that is the learner's own. */
export function taskPage({ lesson, file, raw }: Extract<Said, { say: 'task' }>, paper: Paper): readonly string[] {
  if (raw) return (lesson.task ?? '').trimEnd().split('\n');
  const { theme } = paper;
  const isOneLine = widthOf(`your file  ${file}`) <= roomOf(paper);
  const name = theme.strong(fileLink(file, paper));
  const where = isOneLine ? [`your file  ${name}`] : ['your file', name];
  const head = titled(`${lesson.number} exercise`, cut(lesson.manifest.title, 48), roomOf(paper), theme.strong);
  return [head, '', ...prosePage(lesson.task ?? '', paper), '', ...where];
}

/** The first failing task with its evidence; the others as counts. */
export function judgedPage({ result, at }: Extract<Said, { say: 'judged' }>, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const printed =
    result.printed.length === 0
      ? []
      : ['', 'your program printed', ...indented(result.printed.slice(-8).flatMap((line) => wrapped(line, room - 2)))];
  return [ends('judged', `saved ${at}`, room), '', ...body(result, paper, room), ...others(result), ...printed];
}

function body(result: ExerciseResult, paper: Paper, room: number): readonly string[] {
  const { glyphs, theme } = paper;
  switch (result.outcome) {
    case 'passed':
      return [
        `${theme.accent(glyphs.proved)} ${theme.strong('passed')}`,
        '',
        ...result.tasks.flatMap((task) => hanging('  ', task.title, room)),
      ];
    case 'not-yet':
      return notYet(result, paper, room);
    case 'unjudged':
      return [theme.strong('could not judge'), ...wrapped(result.because ?? 'Nothing was observed.', room)];
    case 'could-not-run':
      return [theme.strong('could not run'), ...wrapped(result.because ?? '', room)];
  }
}

function notYet({ failed, tasks }: ExerciseResult, { theme }: Paper, room: number): readonly string[] {
  if (!failed) return [theme.strong('not yet')];
  const number = tasks.findIndex((task) => task.id === failed.task) + 1;
  const [first] = failed.differences;
  const field = first?.path ? `${first.path.replaceAll('.', ' ')} = ` : '';
  const beside = first
    ? [
        ...hanging(padEnd('expected', 12), field + inWords(first.expected), room),
        ...hanging(padEnd('measured', 12), field + inWords((first.measured ?? null) as Expectation), room),
      ]
    : [];
  return [
    ...hanging(number > 0 ? padEnd(`task ${number} of ${tasks.length}`, 15) : '', failed.title, room),
    '',
    theme.bad('not yet'),
    ...beside,
    ...(failed.say ? ['', ...wrapped(failed.say, room)] : []),
    ...(failed.evidence.length > 0 ? ['', ...failed.evidence.flatMap((line) => wrapped(line, room))] : []),
  ];
}

function others({ tasks, outcome }: ExerciseResult): readonly string[] {
  if (outcome !== 'not-yet') return [];
  const passed = tasks.filter((task) => task.state === 'passed').length;
  const later = tasks.filter((task) => task.state === 'not-reached').length;
  const parts = [passed > 0 ? `passed: ${count(passed, 'task')}` : '', later > 0 ? `then: ${count(later, 'task')} more` : ''];
  const line = parts.filter(Boolean).join('     ');
  return line ? ['', line] : [];
}

export function hintPage({ rung, of, text }: Extract<Said, { say: 'hint' }>, paper: Paper): readonly string[] {
  return [paper.theme.strong(`hint ${rung} of ${of}`), ...prosePage(text, paper)];
}
