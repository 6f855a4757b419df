#!/usr/bin/env node
import { start } from './start.js';

start(['exercise', ...process.argv.slice(2)]);
