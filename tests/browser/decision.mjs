/* SPDX-License-Identifier: EUPL-1.2 */
/* decision.mjs: a decision from its start to a policy in force, in a real browser: by mouse, and by keyboard where it
 * counts; what two people save at once; every page of it without an axe violation, narrow, middle and wide, Dutch and
 * English; no script needed. Prints TAP. The server has the case "zoeken" with a closed session, and nothing decided.
 *
 *   node decision.mjs http://127.0.0.1:8080
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "./browser.mjs";

const base = process.argv[2].replace(/\/$/, "");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let count = 0, failures = 0;

async function check(what, body) {
  let wrong = [];
  try {
    wrong = [].concat((await body()) ?? []);
  } catch (e) {
    wrong = String(e).split("\n").slice(0, 4);
  }
  count++;
  if (wrong.length) failures++;
  console.log(`${wrong.length ? "not ok" : "ok"} ${count} - ${what}`);
  for (const line of wrong) console.log(`# ${line}`);
}

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const complaints = [];
async function tab() {
  const page = await context.newPage();
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && !m.text().includes("409") && complaints.push(m.text()));
  page.on("pageerror", (e) => complaints.push(String(e)));
  return page;
}
const page = await tab();
const id = (name) => `[id="${name}"]`;

/* What is wrong with the page as it stands, at three widths. */
async function faults(at = page) {
  const wrong = [];
  for (const width of [320, 768, 1440]) {
    await at.setViewportSize({ width, height: 900 });
    const found = await at.evaluate(`(async () => { ${axe}; return await axe.run(document, { runOnly: ${JSON.stringify(tags)} }); })()`);
    for (const v of found.violations)
      wrong.push(`${width}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
    if (await at.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) wrong.push(`${width}: scrolls sideways`);
  }
  await at.setViewportSize({ width: 1440, height: 900 });
  return wrong;
}
const unfold = () => page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
const has = async (at, ...texts) => {
  const body = await at.textContent("main");
  return texts.filter((t) => !body.includes(t)).map((t) => `not on the page: ${t}`);
};

await check("the start: axe at three widths", async () => {
  await page.goto(`${base}/besluit/zoeken`);
  return faults();
});
await check("a decision starts by keyboard", async () => {
  await page.focus("main input[type=radio]");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("form.hoort-form--wide");
  return has(page, "2 van de groep stonden hier in ronde 2.", "Voor 1 van hen is dit een grens.");
});
await check("a draft: axe at three widths", () => faults());
await check("what is missing leads to its field", async () => {
  await page.click("section[aria-labelledby=missing] a[href='#mandate']");
  await page.keyboard.press("Tab");
  const at = await page.evaluate(() => [location.hash, document.activeElement.id, document.activeElement.name]);
  return at[0] === "#mandate" ? [] : [`went to ${at}`];
});
const other = await tab();
await check("the form keeps what was filled in, the choice by keyboard", async () => {
  await other.goto(`${base}/besluit/zoeken`);
  const texts = { title: "Zoeken", why: "Wij kiezen dit.", decided_by: "college", mandate: "besluit 7", publication: "Website",
    from: "2026-01-01", until: "2028-06-30", review_on: "2028-01-01", "d.many_neediest.why": "<b>Daarom</b>",
    "m.phone_line.due": "2026-02-01" };
  for (const [name, text] of Object.entries(texts)) await page.fill(id(name), text);
  await page.focus(id("d.many_neediest.anchor.1"));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.click("form.hoort-form--wide button[type=submit]");
  const kept = await page.evaluate(() => [document.querySelector("input[type=radio][name='d.many_neediest.anchor']:checked")?.value,
    document.getElementById("d.many_neediest.why").value]);
  return kept[0] === "2" && kept[1] === "<b>Daarom</b>" ? has(page, "Niets. Het besluit is volledig.") : [`kept ${kept}`];
});
await check("who saves second sees both texts, axe", async () => {
  await other.fill("#title", "Mijn naam");
  await other.click("form.hoort-form--wide button[type=submit]");
  const mine = await other.inputValue("#title");
  const said = await has(other, "Dit bewaarde iemand anders intussen:");
  return [...(mine === "Mijn naam" ? [] : [`lost: ${mine}`]), ...said, ...(await faults(other))];
});
await check("complete: axe at three widths", async () => {
  await unfold();
  return faults();
});
await check("two approve, and the policy is in force", async () => {
  for (const role of ["policy_officer", "decision_maker"]) {
    await page.selectOption("#role", role);
    await page.click("section[aria-labelledby=approve] button");
  }
  return has(page, "Het beleid is ondertekend en geldt.", "beslisser (proef)");
});
await check("signed: axe at three widths", () => faults());
for (const [lang, root, tails] of [["nl", "besluit", ["document", "raad", "inwoner", "werkinstructie", "register"]],
  ["en", "en/decision", ["document", "council", "resident", "instruction", "register"]]])
  for (const tail of tails)
    await check(`${lang} ${tail}: axe at three widths`, async () => {
      await page.goto(`${base}/${root}/zoeken/${tail}`);
      return faults();
    });
await check("in English: axe at three widths", async () => {
  await page.goto(`${base}/en/decision/zoeken`);
  return faults();
});
await check("a condition is recorded as done", async () => {
  await page.goto(`${base}/borging/zoeken`);
  const before = await has(page, "1 voorwaarde is nog niet klaar.", "Te laat");
  await unfold();
  const wrong = await faults();
  await page.fill(id("phone_line.done"), "2026-01-15");
  await page.fill(id("phone_line.evidence"), "Tien keer gebeld.");
  await page.click("article form button");
  return [...before, ...wrong, ...(await has(page, "Klaar op 15 januari 2026."))];
});
await check("on paper the document has no menu", async () => {
  await page.goto(`${base}/besluit/zoeken/document`);
  await page.emulateMedia({ media: "print" });
  const menu = await page.isVisible(".hoort-nav");
  await page.emulateMedia({ media: "screen" });
  return menu ? ["the menu is printed"] : [];
});
await check("without a script the decision can be read and filled in", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${base}/besluit/zoeken`);
  const there = await bare.isVisible("form.hoort-form--wide button[type=submit]");
  await plain.close();
  return there ? [] : ["no form"];
});
await check("the browser complained of nothing", () => complaints);
await browser.close();
console.log(`1..${count}`);
process.exit(failures ? 1 : 0);
