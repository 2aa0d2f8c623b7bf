// Holds values to a schema of this folder: `node schemas/hold.mjs NAME < values.json` reads a list of
// them, and writes a list of what is wrong with each: nothing if it keeps to the schema.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const read = (from) => JSON.parse(readFileSync(from, 'utf8'));
const schema = read(new URL(`${process.argv[2]}.json`, import.meta.url));
// The schemas explain themselves to editors with words that are no rules.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
const wrong = (value) => {
  validate(value);
  return (validate.errors ?? []).map((it) => `${it.instancePath || '/'} ${it.message}`).join('; ');
};
console.log(JSON.stringify(read(0).map(wrong)));
