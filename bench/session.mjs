/* SPDX-License-Identifier: EUPL-1.2 */
/* session.mjs: a session with many telephones, without browsers: how long a position takes to reach the screen, and
 * whether all arrive. Not a test: it prints what it measured, and fails only when a position is lost.
 *
 *   hoort demo DIR && hoort serve DIR --listen 127.0.0.1:8080      then      node bench/session.mjs URL [PEOPLE]
 */
import http from "node:http";

const base = new URL(process.argv[2]), people = Number(process.argv[3] ?? 200);
const agent = new http.Agent({ keepAlive: true, maxSockets: 40 });

function ask(method, path, jar, form) {
  const body = form && new URLSearchParams(form).toString();
  const headers = { Cookie: Object.entries(jar).map(([k, v]) => `${k}=${v}`).join("; "), Host: base.host };
  if (body) Object.assign(headers, { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) });
  return new Promise((done, failed) => {
    const request = http.request({ host: base.hostname, port: base.port, method, path, headers, agent }, (reply) => {
      for (const line of reply.headers["set-cookie"] ?? []) {
        const [name, value] = line.split(";")[0].split("=");
        jar[name] = value;
      }
      let text = "";
      reply.on("data", (piece) => (text += piece)).on("end", () => done({ status: reply.statusCode, to: reply.headers.location, text }));
    });
    request.on("error", failed).end(body);
  });
}
const csrf = (page) => page.text.match(/name="csrf" value="([0-9a-f]+)"/)[1];

function follow(path, jar, each) {
  const headers = { Cookie: Object.entries(jar).map(([k, v]) => `${k}=${v}`).join("; "), Host: base.host };
  return new Promise((done) => {
    const request = http.request({ host: base.hostname, port: base.port, path, headers }, (reply) => {
      reply.on("data", (piece) => {
        for (const [, n] of String(piece).matchAll(/^data: (\d+)$/gm)) each(performance.now(), Number(n));
      });
      done(request);
    });
    request.end();
  });
}
const quantile = (all, q) => all.sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * q))];

/* ---- a case and a session ---------------------------------------------------------------------------------- */
const desk = {};
let page = await ask("GET", "/zaken/nieuw", desk);
page = await ask("POST", "/zaken/nieuw", desk, { csrf: csrf(page), previous: "", title: `Drukte ${Date.now()}`, question: "Gaat het?",
  organisation: "Proef", population: "Verzonnen mensen", kind: "considered", rung: "3", "scheme-zorgtoeslag": "1" });
page = await ask("GET", page.to, desk);
page = await ask("POST", page.text.match(/action="(\/zaak\/[^"]+\/gesprek)"/)[1], desk, { csrf: csrf(page), vorm: "session" });
const session = page.to;
page = await ask("GET", session, desk);
const code = page.text.match(/hoort-code-large">([a-z0-9]+)</)[1], token = csrf(page);
const does = (form) => ask("POST", session, desk, { csrf: token, ...form });
await does({ doe: "kept", subject: "subsistence_privacy", choice: "1" });

/* ---- people --------------------------------------------------------------------------------------------------- */
const seats = [];
for (let i = 0; i < people; i++) {
  const jar = {};
  const join = await ask("GET", "/meedoen", jar);
  const taken = await ask("POST", "/meedoen", jar, { csrf: csrf(join), code, rol: "" });
  seats.push({ jar, path: taken.to, csrf: csrf(join) });
}
const phones = await Promise.all(seats.map((s) => follow(`${s.path}/berichten`, s.jar, () => {})));
const heard = [];
const screen = await follow(`${session}/berichten`, desk, (at, n) => heard.push({ at, n }));
await does({ doe: "step", choice: "4" });
await new Promise((done) => setTimeout(done, 1500));

/* ---- everybody takes a position within some seconds --------------------------------------------------------------- */
const sent = [], answered = [];
await Promise.all(seats.map(async (s, i) => {
  await new Promise((done) => setTimeout(done, (i / people) * 5000));
  const at = performance.now();
  sent.push(at);
  const reply = await ask("POST", s.path, s.jar, { csrf: s.csrf, doe: "position", subject: "subsistence_privacy", round: "1",
    choice: String(1 + (i % 5)), text: "Daarom." });
  if (reply.status === 303) answered.push({ sent: at, done: performance.now() });
}));
await new Promise((done) => setTimeout(done, 1000));
/* The screen hears the number of acts. A position is there when that number is higher than it was before, plus all
 * positions that had been answered when it was sent. Those under way at the same time may stand in for each other. */
const before = heard.filter((h) => h.at < Math.min(...sent)).at(-1)?.n ?? 0;
const reached = sent.map((at) => {
  const known = answered.filter((x) => x.done <= at).length;
  return (heard.find((h) => h.at >= at && h.n > before + known)?.at ?? Infinity) - at;
});
page = await ask("GET", session, desk);
const counted = Number(page.text.match(/<strong>(\d+) van de \d+ hebben geantwoord/)?.[1] ?? -1);
console.log(`${people} people, ${answered.length} positions kept, ${counted} counted on the console`);
const replies = answered.map((x) => x.done - x.sent);
console.log(`answer to the telephone: median ${quantile(replies, 0.5).toFixed(1)} ms, p95 ${quantile(replies, 0.95).toFixed(1)} ms`);
console.log(`on the screen: median ${quantile(reached, 0.5).toFixed(1)} ms, p95 ${quantile(reached, 0.95).toFixed(1)} ms`);
for (const request of [...phones, screen]) request.destroy();
agent.destroy();
process.exit(counted === people && answered.length === people ? 0 : 1);
