#!/usr/bin/env node
import { start } from './start.js';

start(['site', ...process.argv.slice(2)]);
