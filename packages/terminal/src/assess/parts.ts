import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const incidentFolder = (root: string, part: number): string => join(root, 'assessments', `part-${part}`);

/** Whether the course has an assessment of that part. */
export const hasAssessment = (root: string, part: number): boolean => existsSync(join(incidentFolder(root, part), 'incident.ts'));
