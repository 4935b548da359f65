/**
 * Reads files with programs of others, for the tests of formats.
 *
 * Given: the path of the pages' package.json, by which their packages are found. On standard input: a JSON list of
 * {reader, path}. Written: a JSON list with what each reader found, or {refused: why}.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const needs = createRequire(process.argv[2]);

async function flatgeobuf(path) {
  const { deserialize } = await import(pathToFileURL(needs.resolve("flatgeobuf/lib/mjs/geojson.js")));
  const found = [];
  for await (const feature of deserialize(new Uint8Array(readFileSync(path)))) {
    found.push(feature);
  }
  return { type: "FeatureCollection", features: found };
}

function togeojson(path) {
  const { kml } = needs("@tmcw/togeojson");
  const { DOMParser, onWarningStopParsing } = needs("@xmldom/xmldom");
  const parser = new DOMParser({ onError: onWarningStopParsing });
  return kml(parser.parseFromString(readFileSync(path, "utf8"), "text/xml"));
}

function checkGeojson(path) {
  const { check } = needs("@placemarkio/check-geojson");
  return check(readFileSync(path, "utf8"));
}

const READERS = { flatgeobuf, togeojson, checkGeojson };

const found = [];
for (const { reader, path } of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    found.push(await READERS[reader](path));
  } catch (error) {
    found.push({ refused: String(error.message ?? error) });
  }
}
process.stdout.write(JSON.stringify(found));
