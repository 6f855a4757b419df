import type { SchemaMatrix } from '@proving/replay';
import { EvolutionPlayground } from '../playgrounds/evolution/evolution.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function EvolutionPage({ data }: { readonly data: SchemaMatrix }) {
  return (
    <PlaygroundPage
      at="/playgrounds/evolution"
      lead="Change a contract, choose a level, and see what a registry answered, who can still read whom, and who must be upgraded first."
      lesson="14-schema-evolution"
      shows="Nothing here is worked out by a rule: each answer was given by a registry, and Avro's own library agrees with all that is about Avro. What it means for programs is shown in"
    >
      <EvolutionPlayground matrix={data} />
    </PlaygroundPage>
  );
}
