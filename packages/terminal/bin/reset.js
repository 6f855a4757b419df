#!/usr/bin/env node
import { start } from './start.js';

start(['reset', ...process.argv.slice(2)]);
