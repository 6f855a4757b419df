#!/usr/bin/env node
import { start } from './start.js';

start(['assess', ...process.argv.slice(2)]);
