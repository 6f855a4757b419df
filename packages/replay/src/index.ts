export { type BatchedLog, type Batches, type BatchSum, batches } from './batches.ts';
export { type CutAxis, cutAxis, ticksOf } from './cut-axis.ts';
export { type Fold, foldOf } from './fold.ts';
export {
  type GroupTimeline,
  type GroupTimelines,
  groupTimelines,
  type PartitionOwners,
  type Pause,
  pausesOf,
  type Rebalance,
  type Span,
} from './group-timelines.ts';
export { type Group, type Groups, groups, type Member } from './groups.ts';
export { isSameTask, type JoinedRecord, type JoinSide, type Joins, type JoinTask, joins, type Meeting } from './joins.ts';
export { numberOf } from './label.ts';
export {
  type Ladder,
  type LadderBroker,
  type LadderPartition,
  type LadderReplica,
  type LadderTopic,
  ladder,
} from './ladder.ts';
export { type LagCurve, type LagPartition, type Lags, lags } from './lags.ts';
export {
  foundIn,
  isFound,
  isUnseen,
  type Lane,
  type LaneRecord,
  type Lanes,
  type LaneTopic,
  lanes,
  laneWindow,
  type OpenSend,
} from './lanes.ts';
export { isInterrupted, type Lens, lensesOf, moves } from './lenses.ts';
export { isFlow, isMoved, type Letters, type LetterTopic, letters, type Stop, type Travelled } from './letters.ts';
export { type JoinKey, joinKeys, joinShape, partnersOf, placesOf } from './meetings.ts';
export { atTheStart, type Player, type PlayerAct, played, timeOf, waitBefore } from './player.ts';
export { type Reel, reelOf } from './reel.ts';
export {
  type Direction,
  directions,
  type First,
  type MatrixRow,
  matrixRow,
  type Passes,
  partsOf,
  type SchemaMatrix,
  schemaMatrix,
} from './schema-matrix.ts';
export { type KnownSegment, type SegmentedLog, type Segments, segments } from './segments.ts';
export { batchSum } from './sentences/batches.ts';
export { ownedText } from './sentences/groups.ts';
export { joinName, joinsInSentences, recordName } from './sentences/joins.ts';
export { lagSum } from './sentences/lags.ts';
export { foundText, goneOf, ownersOf, readText } from './sentences/lanes.ts';
export { lensInSentences } from './sentences/lens.ts';
export { type Flow, flowOf, lettersInSentences, recordsOf, titleOf } from './sentences/letters.ts';
export { askedOf, firstInWords, schemaMatrixInSentences } from './sentences/schema-matrix.ts';
export { segmentRange } from './sentences/segments.ts';
export { writtenTo } from './sentences/transactions.ts';
export { inSeconds, lateText, saidText, streamTimeText, windowsInSentences, windowTaskName } from './sentences/windows.ts';
export { eventsAt, type Moment, measured, type Tape, tapeOf } from './tape.ts';
export { type Happening, type Timeline, timeline } from './timeline.ts';
export {
  type Transaction,
  type TransactionalProducer,
  type TransactionLog,
  type Transactions,
  transactions,
} from './transactions.ts';
export { inSentences, seconds, transcript } from './transcript.ts';
export { type Views, views } from './views.ts';
export { type CountedWindow, isOver, type WindowedRecord, type Windows, type WindowTask, windows } from './windows.ts';
