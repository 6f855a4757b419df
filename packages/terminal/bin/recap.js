#!/usr/bin/env node
import { start } from './start.js';

start(['recap', ...process.argv.slice(2)]);
