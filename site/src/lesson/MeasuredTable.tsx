import type { Json } from '@proving/spec';
import type { Arm } from '../../plugins/runs.ts';
import './measured.css';

/** What the arms of one run measured, field by field. */
export function MeasuredTable({ arms }: { readonly arms: readonly Arm[] }) {
  return (
    <div className="table-scroll">
      <table className="measured">
        <thead>
          <tr>
            <td />
            {arms.map(({ id, label }) => (
              <th key={id} scope="col" className={id === 'treatment' ? 'arm arm--treatment' : 'arm'}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldsOf(arms).map((field) => (
            <tr key={field}>
              <th scope="row">{inWords(field)}</th>
              {arms.map(({ id, observed }) => (
                <td key={id}>{shownValue(valueIn(observed, field))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of all fields, in the order of the first arm that has them; a measurement that is one value has one unnamed field. */
function fieldsOf(arms: readonly Arm[]): readonly string[] {
  const names = arms.flatMap(({ observed }) => (isRecord(observed) ? Object.keys(observed) : ['']));
  return [...new Set(names)];
}

const valueIn = (observed: Json, field: string) => (isRecord(observed) ? observed[field] : observed);

/** `readableAlone` as a reader reads it: "readable alone". */
const inWords = (field: string) => field.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

function shownValue(value: Json | undefined): string {
  if (value === undefined) return '–';
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => shownValue(each as Json)).join(', ');
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, each]) => `${key}: ${shownValue(each)}`)
      .join(', ');
  return typeof value === 'number' ? value.toLocaleString('en') : String(value);
}
