// The words of spec that this package runs with, behind one import, so that what a start costs stays in one place.
export { brokerId, driverNames, ms, Plain, powers, provingHome } from '@proving/spec/plain';
