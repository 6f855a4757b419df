import type { SchemaMatrix } from '@proving/replay';
import { Matrix } from '../playgrounds/evolution/matrix.tsx';

/** The schema evolution matrix in a lesson. `matrix` is JSON. */
export function SchemaChanges({ matrix }: { readonly matrix: string }) {
  return <Matrix matrix={JSON.parse(matrix) as SchemaMatrix} />;
}
