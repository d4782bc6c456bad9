// Node's http module, with a process for each processor.
//
// node-server.mjs --tier http|verified --port N
import cluster from "node:cluster";
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

const TOLERANCE = 300;
const ACCEPTED = Buffer.from('{"result":"accepted"}');
const REFUSED = Buffer.from('{"error":"refused"}');

const options = { tier: { type: "string" }, port: { type: "string" } };
const { tier, port } = parseArgs({ options }).values;
const secret = process.env.POLAR_WEBHOOK_SECRET;

function matches(entry, expected) {
  const given = Buffer.from(entry.startsWith("v1,") ? entry.slice(3) : "", "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isSigned(headers, parts) {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"];
  if (!id || !signatures || !(Math.abs(Date.now() / 1000 - Number(timestamp)) <= TOLERANCE)) return false;
  const hmac = createHmac("sha256", secret).update(`${id}.${timestamp}.`);
  for (const part of parts) hmac.update(part);
  const expected = hmac.digest();
  return signatures.split(" ").some((entry) => matches(entry, expected));
}

function answer(response, isAccepted) {
  const body = isAccepted ? ACCEPTED : REFUSED;
  response.writeHead(isAccepted ? 202 : 403, { "Content-Type": "application/json", "Content-Length": body.length });
  response.end(body);
}

function serve(request, response) {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => answer(response, tier === "http" || isSigned(request.headers, parts)));
}

if (cluster.isPrimary) {
  for (let index = 0; index < availableParallelism(); index += 1) cluster.fork();
} else {
  // As long as the receiver keeps an idle connection; the default are 5 s.
  const server = createServer({ keepAliveTimeout: 75_000 }, serve);
  server.listen({ host: "127.0.0.1", port: Number(port), backlog: 4096 });
}
