import { type Direction, directions, type SchemaMatrix } from '@proving/replay';
import { useState } from 'react';
import { Choice } from '../kit/choice.tsx';
import { Playground } from '../kit/playground.tsx';
import { Proof } from '../kit/proof.tsx';
import { answerOf } from './answer.ts';
import './evolution.css';
import { Matrix } from './matrix.tsx';
import { formatNames, Pick } from './pick.tsx';
import { Versions } from './versions.tsx';

/** Pick a change and a level: what the registry answered, who can read whom, and who goes first. */
export function EvolutionPlayground({ matrix }: { readonly matrix: SchemaMatrix }) {
  const [change, setChange] = useState('AVRO field-dropped-without-default');
  const [direction, setDirection] = useState<Direction | 'NONE'>('BACKWARD');
  const [transitive, setTransitive] = useState(false);
  const row = matrix.rows.find((each) => `${each.format} ${each.change}` === change) ?? matrix.rows[0];
  if (!row) return null;
  const answer = answerOf(row, direction, transitive);

  return (
    <Playground name="Schema evolution playground">
      <div className="pg-row">
        <Pick rows={matrix.rows} value={row} onChange={setChange} />
        <Choice
          label="The level of the subject"
          value={direction}
          onChange={setDirection}
          options={(['NONE', ...directions] as const).map((value) => ({ value, says: value }))}
        />
        <Choice
          label="Compared with"
          value={transitive ? 'all' : 'latest'}
          onChange={(value) => setTransitive(value === 'all')}
          options={[
            { value: 'latest', says: 'the latest version' },
            { value: 'all', says: 'all: _TRANSITIVE' },
          ]}
        />
      </div>
      <div className="pg-block" aria-live="polite">
        <h2 className="pg-evolution-answer" data-taken={answer.taken}>
          {answer.says}
        </h2>
        <p>{answer.because}</p>
        <p>{answer.first}</p>
      </div>
      <Versions row={row} />
      <div className="pg-block">
        <h2>Every change, in {formatNames[row.format]}</h2>
        <Matrix
          matrix={{ ...matrix, rows: matrix.rows.filter(({ format }) => format === row.format) }}
          picked={{ row, direction: direction === 'NONE' ? null : direction }}
          onPick={(to) => setChange(`${to.format} ${to.change}`)}
        />
      </div>
      <div className="pg-proofs">
        <Proof lesson="14-schema-evolution" claim="backward-means-readers-first" />
        <Proof lesson="14-schema-evolution" claim="forward-means-writers-first" />
        <Proof lesson="14-schema-evolution" claim="not-transitive-not-safe" />
      </div>
    </Playground>
  );
}
