#!/usr/bin/env node
import { start } from './start.js';

start(['review', ...process.argv.slice(2)]);
