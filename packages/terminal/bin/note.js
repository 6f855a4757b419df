#!/usr/bin/env node
import { start } from './start.js';

start(['note', ...process.argv.slice(2)]);
