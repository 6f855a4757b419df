#!/usr/bin/env node
import { start } from './start.js';

start(['diagnose', ...process.argv.slice(2)]);
