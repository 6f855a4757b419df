#!/usr/bin/env node
import { start } from './start.js';

start(['lesson', ...process.argv.slice(2)]);
