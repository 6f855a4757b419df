#!/usr/bin/env node
import { start } from './start.js';

start(['cluster', ...process.argv.slice(2)]);
