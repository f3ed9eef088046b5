import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenArrows } from './architecture/arrows.ts';
import {
  drawers,
  escapes,
  FOLDERS,
  misplacedAtTop,
  strayStatements,
  tenantless,
  tooLong,
} from './architecture/house.ts';
import { takesEveryPort } from './architecture/ports.ts';
import { impurities } from './architecture/purity.ts';
import { brokenRooms, circles, wideFolders } from './architecture/rooms.ts';
import { readSources } from './architecture/source.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = readSources(ROOT, FOLDERS);

it('keeps every arrow between the parts of the house', () => {
  expect(brokenArrows(SOURCES)).toEqual([]);
});

it('keeps the order of rooms, so that no two use each other', () => {
  expect(brokenRooms(SOURCES)).toEqual([]);
});

it('has no circle of files that import one another, types included', () => {
  expect(circles(SOURCES)).toEqual([]);
});

it('keeps every folder small enough to be taken in at a glance', () => {
  expect(wideFolders(SOURCES)).toEqual([]);
});

it('keeps core free of waiting, the clock, chance and the world', () => {
  expect(impurities(SOURCES)).toEqual([]);
});

it('keeps SQL in the storage rim', () => {
  expect(strayStatements(SOURCES)).toEqual([]);
});

it('asks every port for the tenant first', () => {
  expect(tenantless(SOURCES)).toEqual([]);
});

it('gives each function of the loop the ports it uses, and every port to steps alone', () => {
  expect(takesEveryPort(SOURCES)).toEqual([]);
});

it('names no file as a drawer', () => {
  expect(drawers(SOURCES)).toEqual([]);
});

it('escapes from neither the type checker nor the linter', () => {
  expect(escapes(SOURCES)).toEqual([]);
});

it('keeps every file short enough to be read at once', () => {
  expect(tooLong(SOURCES)).toEqual([]);
});

it('has the rooms it says it has on its first floor, and no other', () => {
  expect(misplacedAtTop(ROOT)).toEqual([]);
});
