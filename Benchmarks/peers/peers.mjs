// Measures JSON.parse on the files of a folder, as DecodeBenchmark measures its decoders.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const BATCHES = 3;
const SHORTEST_BATCH = 50_000_000n;

// What is decoded last; nothing that is assigned to it can be optimised away.
globalThis.decoded = null;

function decoders(body) {
  const text = body.toString();
  return {
    [`JSON.parse of a string, Node ${process.versions.node}`]: () => JSON.parse(text),
    [`JSON.parse of a Buffer, Node ${process.versions.node}`]: () => JSON.parse(body.toString()),
  };
}

function duration(decode, calls) {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call += 1) globalThis.decoded = decode();
  return process.hrtime.bigint() - start;
}

// As many calls as take long enough; finding their number warms the decoder up.
function callsPerBatch(decode) {
  duration(decode, 1);
  let calls = 1;
  while (duration(decode, calls) < SHORTEST_BATCH) calls *= 2;
  return calls;
}

const folder = process.argv[2];
for (const file of readdirSync(folder).sort()) {
  const payload = file.replace(/\.json$/, "");
  const batches = Object.entries(decoders(readFileSync(join(folder, file)))).map(([decoder, decode]) => {
    const calls = callsPerBatch(decode);
    if (globalThis.decoded.type !== payload) throw new Error(`${decoder} does not read ${payload}.`);
    return { decoder, decode, calls };
  });
  for (let batch = 0; batch < BATCHES; batch += 1) {
    for (const { decoder, decode, calls } of batches) {
      const nanoseconds = Number(duration(decode, calls)) / calls;
      console.log(JSON.stringify({ decoder, payload, nanoseconds }));
    }
  }
}
