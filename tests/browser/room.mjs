/* SPDX-License-Identifier: EUPL-1.2 */
/* room.mjs: a whole session in real browsers: a case, a facilitator, a screen and eight telephones, of which one has no
 * JavaScript; what one does is seen by the others without reloading; nothing is lost when a telephone loses the network
 * or sends twice; every page is held against axe. Prints TAP.
 *
 *   node room.mjs URL
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "./browser.mjs";

const rules = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const base = process.argv[2].replace(/\/$/, "");
const browser = await launch();
let n = 0;
function check(ok, what, why = "") {
  console.log(`${ok ? "ok" : "not ok"} ${++n} - room: ${what}${ok || !why ? "" : ` (${why})`}`);
}
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
async function until(what, test, ms = 5000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await test()) return check(true, what);
    await wait(50);
  }
  check(false, what, "not within its time");
}
async function open(width, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  return context.newPage();
}
async function axe(page, what) {
  const found = await page.evaluate(`(async () => { ${rules}; return await axe.run(document); })()`);
  const wrong = found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`);
  check(wrong.length === 0, `axe finds nothing on ${what}`, wrong.join("; "));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(wide <= 0, `${what} is not wider than its window`, `${wide} px`);
}
const step = (desk, name) => desk.locator(".hoort-agenda button", { hasText: name }).first().click();

/* ---- the case --------------------------------------------------------------------------------------------- */
const desk = await open(1440);
await desk.goto(`${base}/zaken/nieuw`);
await axe(desk, "the form of a case");
await desk.click("button:has-text('Bewaren')");
check(await desk.locator(".hoort-field__problem").count() >= 4, "an empty form says what is missing");
await axe(desk, "the form with what is missing");
await desk.fill("#title", "Zorgtoeslag <script>alert(1)</script>");
await desk.fill("#question", "Zoeken wij mensen die zorgtoeslag mislopen?");
await desk.fill("#organisation", "Gemeente Voorbeeld");
await desk.fill("#population", "Alle inwoners van 18 jaar en ouder.");
await desk.check("#scheme-zorgtoeslag");
await desk.click("button:has-text('Bewaren')");
check((await desk.locator("h1").innerText()).includes("<script>"), "what was typed is shown as text");
await axe(desk, "a case");
const casePath = new URL(desk.url()).pathname;

/* Two people edit: the second is told, and nothing of theirs is lost. */
const other = await open(768);
await other.goto(`${base}${casePath}/vraag`);
await desk.goto(`${base}${casePath}/vraag`);
await desk.fill("#data", "Van de eerste.");
await desk.click("button:has-text('Bewaren')");
await other.fill("#data", "Van de tweede.");
await other.click("button:has-text('Bewaren')");
check(await other.locator("[role=alert]").count() === 1 && await other.inputValue("#data") === "Van de tweede.",
  "who saves second is told, and keeps their text");
await other.goto(`${base}/zaken`);
await axe(other, "all cases");

/* ---- the session ------------------------------------------------------------------------------------------- */
await desk.goto(`${base}${casePath}`);
await desk.selectOption("#vorm", "session");
await desk.click("button:has-text('Open een gesprek')");
const session = new URL(desk.url()).pathname;
const code = await desk.locator(".hoort-code-large").innerText();
const screen = await open(1440);
await screen.goto(`${base}${session}/scherm`);
await axe(screen, "the screen with the code");

const roles = ["non_claimant", "caseworker", "privacy_officer", "", "", "", "", ""];
const phones = [];
for (let i = 0; i < roles.length; i++) {
  const phone = await open(320, i !== 7);
  await phone.goto(`${base}/meedoen?code=${i === 1 ? "" : code}`);
  if (i === 0) await axe(phone, "joining");
  if (i === 1) {
    await phone.fill("#code", "zzzzzz");
    await phone.click("button:has-text('Doe mee')");
    check(await phone.locator("[role=alert]").count() === 1, "a wrong code is refused in words");
    await phone.fill("#code", code.toUpperCase());
  }
  if (roles[i]) await phone.selectOption("#rol", roles[i]);
  await phone.click("button:has-text('Doe mee')");
  phones.push(phone);
}
await until("eight participants appear on the console", async () => (await desk.locator("#wie").innerText()).includes("8"));
await until("and on the screen", async () => (await screen.locator("#scherm").innerText()).includes("8 deelnemers"));
await phones[0].goto(`${base}/meedoen?code=${code}`);
await phones[0].click("button:has-text('Doe mee')");
await wait(300);
check((await desk.locator("#wie").innerText()).includes("Er doen 8"), "joining twice is one seat");

await step(desk, "Waarden kiezen");
await until("the telephones get the values by themselves", async () => await phones[0].locator("[name^='v-']").count() > 10);
await axe(phones[0], "choosing values");
const picks = [["subsistence", "reach"], ["privacy", "proportionality"], ["privacy"], ["subsistence"], ["care"], ["autonomy"],
  ["reach"], ["dignity"]];
await phones[7].reload();
for (let i = 0; i < 8; i++) {
  for (const id of picks[i]) await phones[i].check(`#v-${id}`);
  await phones[i].click("button:has-text('Bewaren')");
}
await until("the console counts who has chosen", async () => (await desk.locator("#stap").innerText()).includes("8 van de 8"));
await axe(desk, "the console with suggestions");
await step(desk, "Dilemma’s kiezen");
const tile = (text) => desk.locator("#paneel .hoort-tile", { hasText: text }).first();
await tile("Hoe ver zoeken wij in gegevens").getByRole("button").click();
await desk.locator("#alle summary").click();
await desk.locator("#alle .hoort-tile").nth(10).getByRole("button").click();
await axe(desk, "the console with dilemmas");
await screen.waitForFunction(() => document.querySelectorAll(".hoort-stand").length === 2);
await axe(screen, "the screen with dilemmas");

/* ---- two rounds -------------------------------------------------------------------------------------------- */
async function place(phone, round, anchors) {
  for (const [i, anchor] of anchors.entries()) {
    await phone.waitForSelector(`form[id$='-${round}']`, { timeout: 5000 });
    if (i > 0) await phone.waitForFunction((k) => document.querySelector("#plek")?.innerText.includes(`Dilemma ${k} van`), i + 1);
    await phone.check(`#zin-${anchor}`);
    if (anchor === 5) await phone.check("#grens");
    await phone.fill("#waarom", `Zin ${anchor} <b>daarom</b>`);
    await phone.click("button:has-text('Bewaren')");
    await phone.waitForLoadState();
  }
}
await step(desk, "Eerste ronde");
await phones[7].reload();
await phones[0].waitForSelector("form[id$='-1']");
await axe(phones[0], "taking a position");
await place(phones[0], 1, [1, 2]);
check(await screen.locator(".hoort-dots").count() === 0, "in the silence nobody sees where others stand");
/* A telephone loses the network: what it sends later is refused or kept, never half. */
await phones[1].context().setOffline(true);
await until("a telephone without network says so",
  async () => (await phones[1].locator("[role=status]").first().innerText()).includes("Geen verbinding"), 20000);
await phones[1].context().setOffline(false);
for (let i = 1; i < 8; i++) await place(phones[i], 1, [(i % 5) + 1, 5 - (i % 5)]);
await until("all have answered", async () => (await desk.locator("#stap").innerText()).includes("8 van de 8"));
await step(desk, "De verdeling");
await until("the screen shows the marks", async () => await screen.locator(".hoort-dots").count() === 2);
check(await screen.locator(".hoort-dot").count() === 16, "one mark for each position", `${await screen.locator(".hoort-dot").count()}`);
await axe(screen, "the screen with positions");
const late = await phones[0].evaluate(async () => {
  const csrf = document.querySelector("[name=csrf]").value;
  const body = new URLSearchParams({ csrf, doe: "position", subject: "subsistence_privacy", round: "1", choice: "3" });
  const reply = await fetch(location.pathname, { method: "POST", body });
  return [reply.status, await reply.text()];
});
check(late[0] === 409 && late[1].includes("niet open"), "a position that comes too late is refused in words", `${late[0]}`);
await phones[2].waitForSelector("#tekst");
await phones[2].fill("#tekst", "Mensen schrikken van een brief.");
await phones[2].click("button:has-text('Bewaren')");
await until("an argument appears on the screen", async () => (await screen.locator("#scherm").innerText()).includes("Mensen schrikken"));
const many = await phones[3].evaluate(async () => {
  const csrf = document.querySelector("[name=csrf]").value;
  const body = new URLSearchParams({ csrf, doe: "argument", subject: "subsistence_privacy", choice: "2", text: "x".repeat(1 << 20) });
  try { return (await fetch(location.pathname, { method: "POST", body })).status; } catch { return 413; }
});
check(many === 413, "a megabyte is refused", `${many}`);

await step(desk, "Wat het doet");
await desk.locator(".hoort-tile", { hasText: "Helpen wij veel mensen" }).getByRole("button").click();
await until("the screen shows what each sentence does", async () => await screen.locator("[id^='gevolgen-']").count() === 1, 20000);
const reached = await screen.locator(".hoort-scroll:has([id^='gevolgen-']) tbody td:last-child").allInnerTexts();
check(reached.length === 5 && Number(reached[0].replace(/\D/g, "")) > Number(reached[1].replace(/\D/g, "")),
  "a higher smallest amount reaches fewer", reached.join(" "));
await axe(screen, "the screen with figures");
await step(desk, "Tweede ronde");
await phones[7].reload();
for (let i = 0; i < 8; i++) await place(phones[i], 2, [2, 3]);
await until("all have answered again", async () => (await desk.locator("#stap").innerText()).includes("8 van de 8"));
await step(desk, "De lege stoelen");
await axe(desk, "the empty chairs");
for (const id of await desk.locator("[id^='stoel-']").evaluateAll((all) => all.map((x) => x.id))) {
  await desk.fill(`#${id}`, "Ik was er niet, en ik telde wel mee.");
  await desk.locator(`form:has(#${id}) button`).click();
}
await step(desk, "Wie het er niet mee eens is");
await phones[2].waitForSelector("#tekst");
await phones[2].fill("#tekst", "Ik blijf hierbij.");
await phones[2].click("button:has-text('Bewaren')");
await until("the minority is on the screen", async () => (await screen.locator("#scherm").innerText()).includes("Ik blijf hierbij."));
await step(desk, "Afsluiten");
await desk.locator(".hoort-tile", { hasText: "telefoon die wordt opgenomen" }).getByRole("button").click();
await desk.click("button:has-text('Sluit het gesprek af')");
await until("the telephones say that it is over", async () => (await phones[0].locator("#plek").innerText()).includes("afgesloten"));
await desk.goto(`${base}${session}/verslag`);
check((await desk.locator("main").innerText()).includes("kiezen er"), "the report says who shifted");
await axe(desk, "the report");
await desk.goto(`${base}${session}/papier`);
await axe(desk, "the forms for paper");
await desk.goto(`${base}${casePath}`);
check((await desk.locator(".hoort-path").innerText()).includes("Het gesprek is gehouden."), "the case knows that it was held");
const english = [[`/en${casePath.replace("zaak", "case")}`, desk], [`/en${session.replace("gesprek", "session")}/screen`, screen]];
for (const [path, page] of english) {
  await page.goto(`${base}${path}`);
  await axe(page, `${path.replace(/[0-9a-f]{16}/, "…")} in English`);
}

/* ---- the decision -------------------------------------------------------------------------------------------- */
const decision = casePath.replace("zaak", "besluit");
await desk.goto(`${base}${casePath}`);
await desk.locator(".hoort-next a").first().click();
check(new URL(desk.url()).pathname === decision, "the case leads to its decision");
await desk.locator("input[name=begin]:not([disabled])").first().check();
await desk.click("button:has-text('Begin het besluit')");
check((await desk.inputValue("[name='d.subsistence_privacy.dissent']")).includes("Ik blijf hierbij."),
  "the minority stands in the decision");
await axe(desk, "an empty decision");
const day = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
const texts = { why: "Wij kiezen wat de groep koos.", decided_by: "college van burgemeester en wethouders (proef)", mandate: "proef",
  publication: "Op de website.", until: day(200), review_on: day(100), "d.subsistence_privacy.why": "Omdat de groep hier uitkwam.",
  "d.many_neediest.why": "Omdat de groep hier uitkwam.", "m.phone_line.due": day(10), "m.phone_line.owner": "klantcontact" };
for (const [name, text] of Object.entries(texts)) await desk.fill(`[name='${name}']`, text);
await desk.check("[name='d.subsistence_privacy.anchor'][value='2']");
await desk.check("[name='d.many_neediest.anchor'][value='2']");
await desk.click("button:has-text('Bewaar deze versie')");
await axe(desk, "a complete decision");
for (const role of [0, 1]) {
  await desk.selectOption("#role", { index: role });
  await desk.locator("form:has(#role) button").click();
}
await desk.goto(`${base}${casePath}`);
check((await desk.locator(".hoort-path").innerText()).includes("ondertekend en geldt"), "after two approvals the policy is in force",
  await desk.locator(".hoort-path").innerText());
await desk.goto(`${base}/beleid`);
check((await desk.locator("main").innerText()).includes("€ 120"), "and says what the sentence chose");
await desk.goto(`${base}${decision}/document`);
await axe(desk, "the document of the decision");
await desk.goto(`${base}${casePath.replace("zaak", "borging")}`);
await axe(desk, "the measures");

if (process.env.SHOTS) {
  const look = await open(1200);
  const all = { case: casePath, console: session, screen: `${session}/scherm`, report: `${session}/verslag`, paper: `${session}/papier` };
  for (const [name, path] of Object.entries(all)) {
    await look.goto(`${base}${path}`);
    await look.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  }
  await phones[0].screenshot({ path: `${process.env.SHOTS}/phone.png`, fullPage: true });
}
await browser.close();
