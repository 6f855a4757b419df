#!/usr/bin/env node
import { start } from './start.js';

start(['quiz', ...process.argv.slice(2)]);
