// The words of spec that this package runs with, behind one import, so that what a start costs stays in one place.
export { brokerId, ms, Plain, provingHome } from '@proving/spec';
