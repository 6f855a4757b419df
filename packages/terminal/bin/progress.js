#!/usr/bin/env node
import { start } from './start.js';

start(['progress', ...process.argv.slice(2)]);
