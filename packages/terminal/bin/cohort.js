#!/usr/bin/env node
import { start } from './start.js';

start(['cohort', ...process.argv.slice(2)]);
