import type { Arm } from '../../plugins/runs.ts';
import { fieldInWords, fieldsOf, valueIn, valueInWords } from '../measured.ts';
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
          {fieldsOf(arms.map(({ observed }) => observed)).map((field) => (
            <tr key={field}>
              <th scope="row">{fieldInWords(field)}</th>
              {arms.map(({ id, observed }) => (
                <td key={id}>{valueInWords(valueIn(observed, field))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
