import MDXComponents from '@theme-original/MDXComponents';
import { Code } from '../../code/Code.tsx';
import { Name } from '../../code/Name.tsx';
import { Said } from '../../code/Said.tsx';
import { Table } from '../../code/Table.tsx';
import { Claim } from '../../lesson/Claim.tsx';
import { LessonEnd } from '../../lesson/LessonEnd.tsx';
import { LessonHead } from '../../lesson/LessonHead.tsx';
import { Run } from '../../lesson/Run.tsx';
import { SchemaChanges } from '../../lesson/SchemaChanges.tsx';
import { Ask } from '../../quiz/Ask.tsx';

/** The names that remark puts into pages, each with its component. */
export default { ...MDXComponents, Ask, Claim, Code, LessonEnd, LessonHead, Name, Run, Said, SchemaChanges, table: Table };
