#!/usr/bin/env node
import { start } from './start.js';

start(['prove', ...process.argv.slice(2)]);
