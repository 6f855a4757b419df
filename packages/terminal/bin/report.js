#!/usr/bin/env node
import { start } from './start.js';

start(['report', ...process.argv.slice(2)]);
