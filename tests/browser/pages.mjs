/* SPDX-License-Identifier: EUPL-1.2 */
/* pages.mjs: every page, Dutch and English, narrow, middle and wide: no axe violation, no
 * sideways scroll, no error and no blocked request; the keyboard reaches everything; print and
 * 200 % text keep what matters. Prints TAP. Not a picture comparison.
 *
 *   node pages.mjs http://127.0.0.1:8080
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "./browser.mjs";

const base = process.argv[2].replace(/\/$/, "");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [320, 768, 1440];
let count = 0, failures = 0;

function say(fine, what, detail = []) {
  count++;
  if (!fine) failures++;
  console.log(`${fine ? "ok" : "not ok"} ${count} - ${what}`);
  if (!fine) for (const line of [].concat(detail)) console.log(`# ${line}`);
}

/* ONLY=evidence in the environment: those checks alone, while one works on a page. */
async function check(what, body) {
  if (process.env.ONLY && !what.includes(process.env.ONLY)) return;
  try {
    const wrong = await body();
    say(!wrong || wrong.length === 0, what, wrong ?? []);
  } catch (e) {
    say(false, what, String(e).split("\n").slice(0, 4));
  }
}

const browser = await launch();

/* A page that remembers everything that the browser complains about. */
async function open(width, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && page.complaints.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => page.complaints.push(`error: ${e}`));
  page.on("requestfailed", (r) => page.complaints.push(`failed: ${r.url()}`));
  page.on("response", (r) => r.status() >= 400 && page.complaints.push(`${r.status()}: ${r.url()}`));
  page.on("request", (r) => !r.url().startsWith(base) && page.complaints.push(`outside: ${r.url()}`));
  return page;
}

/* Paths as a visitor finds them: by following links. */
async function discover() {
  const page = await open(1440);
  const hrefs = (selector) => page.$$eval(selector, (links) => links.map((a) => a.getAttribute("href")));
  const found = {};
  for (const [lang, start] of [["nl", "/"], ["en", "/en/"]]) {
    const paths = { overview: start };
    await page.goto(base + start);
    [, paths.cases, paths.kan, paths.mag, paths.policy, paths.evidence, paths.account, paths.schemes, paths.laws, paths.breakpoints] =
      await hrefs("nav.hoort-nav a");
    paths.kanOne = paths.kan + "?regeling=zorgtoeslag";
    paths.magOne = paths.mag + "?regeling=bijstand&als=wetsvoorstel_36_799";
    paths.method = (await hrefs("nav.hoort-nav a")).find((path) => /\/method(e)?$/.test(path));
    paths.cleared = (await hrefs(".hoort-next a"))[0];
    paths.reasons = await hrefs("section tbody th a");
    paths.reason = paths.reasons[0];
    await page.goto(base + paths.cleared);
    paths.resident = (await hrefs("tbody th a"))[0];
    await page.goto(base + paths.reason);
    paths.refused = (await hrefs("tbody th a"))[0];
    await page.goto(base + paths.reasons.find((path) => path.endsWith("/not_certain")));
    paths.uncertain = (await hrefs("tbody th a"))[0];
    await page.goto(base + paths.laws);
    paths.law = (await hrefs("tbody a"))[0];
    await page.goto(base + paths.method);
    paths.dilemmas = (await hrefs(".hoort-next a"))[0];
    [paths.roles, paths.values, paths.ladder] = await hrefs("ul.hoort-list a");
    found[lang] = paths;
  }
  await page.context().close();
  return found;
}

async function axeViolations(page) {
  /* Run in the page's own world, past its CSP, as a person's own tool would be. */
  const result = await page.evaluate(`(async () => { ${axe}; return await axe.run(document, { runOnly: ${JSON.stringify(tags)} }); })()`);
  return result.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
}

const sideways = (page) =>
  page.evaluate(() => (document.documentElement.scrollWidth > window.innerWidth ? [`${document.documentElement.scrollWidth} wide`] : []));

/* Controls smaller than 24 by 24 that are not words inside a sentence (WCAG 2.5.8). */
const smallTargets = (page) => page.evaluate(() =>
  [...document.querySelectorAll("a, summary, button")].filter((x) => {
    const box = x.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1 && x.checkVisibility();
    return seen && box.height < 24 && getComputedStyle(x).display !== "inline";
  }).map((x) => `${x.textContent.trim().slice(0, 40)}: ${x.getBoundingClientRect().height}`));

async function onePage(page, lang, name, path) {
  page.complaints.length = 0;
  const response = await page.goto(base + path);
  const wrong = [];
  if (response.status() !== 200) wrong.push(`status ${response.status()}`);
  if ((await page.getAttribute("html", "lang")) !== lang) wrong.push("lang");
  if ((await page.$$("h1")).length !== 1) wrong.push("h1");
  for (const landmark of ["header", "main", "nav", "footer"]) if (!(await page.$(landmark))) wrong.push(`no ${landmark}`);
  const text = await page.innerText("main");
  if (!text.includes(lang === "nl" ? "Synthetische gegevens" : "Synthetic data")) wrong.push("no label of synthetic data");
  if (/\bundefined\b|\{\{|\bNULL\b|&amp;|&lt;/.test(text)) wrong.push("leftovers of the page compiler");
  wrong.push(...(await sideways(page)), ...(await smallTargets(page)), ...(await axeViolations(page)));
  if (await page.$("details")) {
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    wrong.push(...(await sideways(page)).map((w) => `unfolded: ${w}`), ...(await axeViolations(page)).map((v) => `unfolded: ${v}`));
  }
  wrong.push(...page.complaints);
  return [...new Set(wrong)];
}

const found = await discover();

for (const width of widths) {
  const page = await open(width);
  for (const lang of width === 768 ? ["nl"] : ["nl", "en"])      /* what fits at both ends in both languages fits between */
    for (const name of ["overview", "cleared", "reason", "resident", "refused", "uncertain",
      "cases", "kan", "kanOne", "mag", "magOne", "policy", "evidence", "account", "schemes", "laws", "law", "breakpoints",
      "method", "dilemmas", "roles", "values", "ladder"])
      await check(`${name} in ${lang} at ${width} px`, () => onePage(page, lang, name, found[lang][name]));
  await page.context().close();
}

/* ---- keyboard only ---- */

async function focused(page) {
  return page.evaluate(() => {
    const x = document.activeElement, box = x.getBoundingClientRect(), style = getComputedStyle(x);
    return { text: x.innerText?.trim() ?? "", href: x.getAttribute("href"), tag: x.tagName, role: x.getAttribute("role"),
      seen: box.width > 1 && box.height > 1 && style.outlineStyle !== "none" && style.outlineWidth !== "0px" };
  });
}

async function tabTo(page, wanted, most = 80) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (wanted(at)) return at;
  }
  throw new Error("the keyboard does not get there");
}

await check("keyboard: the first Tab shows the skip link, Enter goes past the menu", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + "/");
  await page.keyboard.press("Tab");
  const at = await focused(page);
  if (at.href !== "#inhoud" || !at.seen) wrong.push(`first: ${JSON.stringify(at)}`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const next = await focused(page);
  if (await page.evaluate(() => !document.querySelector("main").contains(document.activeElement)))
    wrong.push(`after: ${JSON.stringify(next)}`);
  await page.context().close();
  return wrong;
});

await check("keyboard: menu, refusal, resident, a line of the explanation unfolds and folds", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + "/");
  for (const path of [found.nl.policy, found.nl.account, found.nl.laws]) {
    const at = await tabTo(page, (x) => x.href === path);
    if (!at.seen) wrong.push(`focus not visible on ${path}`);
  }
  const refusal = await tabTo(page, (x) => x.href === found.nl.reason);
  if (!refusal.seen) wrong.push("focus not visible on the refusal");
  await page.keyboard.press("Enter");
  await page.waitForURL("**" + found.nl.reason);
  await tabTo(page, (x) => x.href === found.nl.refused);
  await page.keyboard.press("Enter");
  await page.waitForURL("**" + found.nl.refused);
  const line = await tabTo(page, (x) => x.tag === "SUMMARY");
  if (!line.seen) wrong.push("focus not visible on the explanation");
  const isOpen = () => page.evaluate(() => document.activeElement.parentElement.open);
  const before = await isOpen();
  await page.keyboard.press("Enter");
  if ((await isOpen()) === before) wrong.push("Enter does nothing");
  await page.keyboard.press("Space");
  if ((await isOpen()) !== before) wrong.push("Space does nothing");
  await page.context().close();
  return wrong;
});

await check("keyboard: every table that scrolls can be reached and says what it is", async () => {
  const page = await open(320), wrong = [];
  for (const path of [found.nl.overview, found.nl.account, found.nl.resident, found.nl.breakpoints, found.nl.evidence,
    found.nl.kanOne, found.nl.magOne]) {
    await page.goto(base + path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    wrong.push(...(await page.$$eval(".hoort-scroll", (all) => all.filter((x) => x.tabIndex !== 0 || x.getAttribute("role") !== "region" ||
      !document.getElementById(x.getAttribute("aria-labelledby"))?.innerText).map((x) => x.outerHTML.slice(0, 80)))));
  }
  await page.context().close();
  return wrong;
});

/* ---- what a visitor does ---- */

await check("the other language shows the same page and comes back", async () => {
  const page = await open(1440), wrong = [];
  for (const name of ["overview", "reason", "resident", "policy", "evidence", "account", "schemes", "laws", "law", "breakpoints",
    "kan", "mag"]) {
    await page.goto(base + found.nl[name]);
    await page.click(".hoort-language");
    if ((await page.getAttribute("html", "lang")) !== "en") wrong.push(`${name}: not English`);
    await page.click(".hoort-language");
    if (new URL(page.url()).pathname !== found.nl[name]) wrong.push(`${name}: came back at ${page.url()}`);
  }
  await page.context().close();
  return wrong;
});

await check("every reason opens its residents, and as many as the overview says", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + "/");
  const rows = await page.$$eval("section:first-of-type tbody tr:has(th a)", (all) =>
    all.map((tr) => ({ href: tr.querySelector("a").getAttribute("href"),
      count: Number(tr.querySelector("td").innerText.replace(/\./g, "")) })));
  if (rows.length === 0) wrong.push("no reasons");
  for (const { href, count } of rows) {
    let seen = 0;
    for (let next = href; next; next = await page.$eval("a[rel=next]", (a) => a.getAttribute("href")).catch(() => null)) {
      await page.goto(base + next);
      seen += (await page.$$("tbody tr")).length;
    }
    if (seen !== count) wrong.push(`${href}: ${seen} residents, ${count} said`);
  }
  await page.context().close();
  return wrong;
});

await check("an outcome that is unknown says what can be said", async () => {
  const page = await open(1440), wrong = [];
  for (const [lang, heading, right] of [["nl", "Wat toch al te zeggen is", /Recht is (zeker|mogelijk|uitgesloten)/],
    ["en", "What can be said already", /right is (certain|possible|excluded)/]]) {
    await page.goto(base + found[lang].uncertain);
    const text = await page.innerText("main");
    if (!text.includes(heading) || !right.test(text)) wrong.push(`${lang}: not said`);
    await page.goto(base + found[lang].resident);
    if ((await page.innerText("main")).includes(heading)) wrong.push(`${lang}: said of who is certain`);
  }
  await page.context().close();
  return wrong;
});

await check("kan: a day and a scheme by keyboard, and the file says what the table says", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + found.nl.kan);
  await tabTo(page, (x) => x.tag === "SELECT");
  await page.keyboard.type("zorgtoeslag");
  const button = await tabTo(page, (x) => x.tag === "BUTTON");
  if (!button.seen) wrong.push("focus not visible on the button");
  await page.keyboard.press("Enter");
  await page.waitForURL("**regeling=zorgtoeslag*");
  const cells = await page.$$eval("#parts ~ tbody td", (all) => all.slice(0, 2).map((td) => td.innerText.match(/[\d.]+/)[0]));
  const csv = await (await page.request.get(base + (await page.getAttribute('a[href*="kan.csv"]', "href")))).text();
  for (const [i, what] of ["certain", "possible"].entries()) {
    const n = Number(csv.match(new RegExp(`zorgtoeslag;residents;${what};(\\d+);`))[1]).toLocaleString("nl-NL");
    if (n !== cells[i]) wrong.push(`${what}: table ${cells[i]}, file ${n}`);
  }
  if (!csv.split("\n")[1].match(/synth/)) wrong.push("the file does not say that it is synthetic");
  if (!(await page.innerText("main")).includes("Niet nagekeken")) wrong.push("what is not verified is not said");
  await page.context().close();
  return wrong;
});

await check("mag: the grid says for each rung whether it may, and a law that is still to come says that it is", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + found.nl.mag);
  const rows = await page.$$eval("#grid ~ tbody tr", (all) => all.map((tr) => [...tr.querySelectorAll("td")].map((td) => td.innerText)));
  if (rows.length < 5 || rows.some((r) => r.length !== 9 || r.some((c) => !["mag", "mag als", "later", "niet"].includes(c))))
    wrong.push(`rows ${JSON.stringify(rows)}`);
  if (!(await page.innerText("#facts ~ h3")).startsWith("Geen wettelijke grond gevonden")) wrong.push("no ground is not said first");
  await page.click("#grid ~ tbody a >> nth=1");
  if ((await page.$$("#grid ~ tbody tr")).length !== 1 || !(await page.$("details[open] .hoort-list")))
    wrong.push("one scheme does not unfold");
  await page.selectOption("#als", "wetsvoorstel_36_799");
  await page.click("main button");
  if (!(await page.innerText("main")).includes("Het geldt nog niet")) wrong.push("it is not said that the law does not hold yet");
  await page.context().close();
  return wrong;
});

await check("a day that does not exist is refused in words, with a way back", async () => {
  const page = await open(320), wrong = [];
  for (const path of [`${found.nl.kan}?dag=2026-02-31`, `${found.nl.mag}?dag=2026-02-31`, `${found.nl.mag}?regeling=bestaat_niet`]) {
    const response = await page.goto(base + path);
    if (response.status() !== 400 || !(await page.$("[role=alert]")) || !(await page.$(".hoort-next a"))) wrong.push(path);
    wrong.push(...(await axeViolations(page)));
  }
  await page.context().close();
  return wrong;
});

await check("the plot, the table and the file say the same", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + "/");
  const plot = await page.$$eval("section:first-of-type .hoort-chart__count", (all) => all.map((x) => x.textContent));
  const table = await page.$$eval("section:first-of-type table:first-of-type tbody tr", (all) =>
    all.slice(0, 6).map((tr) => tr.querySelector("td").innerText));
  if (plot.length < 5 || plot.some((n, i) => n !== table[i])) wrong.push(`plot ${plot} table ${table}`);
  const csv = await (await page.request.get(base + "/overzicht.csv")).text();
  const cells = csv.replace(/^\ufeff/, "").split("\r\n").slice(1, 7).map((line) => Number(line.split(";")[3]).toLocaleString("nl-NL"));
  if (cells.some((n, i) => n !== table[i])) wrong.push(`file ${cells} table ${table}`);
  if (!csv.split("\r\n")[1].match(/synth/i)) wrong.push("the file does not say that it is synthetic");
  await page.context().close();
  return wrong;
});

await check("breakpoints: without script a form gives a plot and a table, in the other language too", async () => {
  const page = await open(320, { javaScriptEnabled: false }), wrong = [];
  await page.goto(base + found.nl.breakpoints);
  const rows = () => page.$$eval("table:has(#sums) tbody tr", (all) => all.map((tr) => tr.innerText));
  const alone = await rows();
  if (alone.length < 3 || !alone[1].includes("%")) wrong.push(`alone: ${alone}`);
  if ((await page.$$("svg[role=img] path")).length < 5) wrong.push("no plot");
  await page.selectOption("#partner", "ja");
  await page.selectOption("#langs", "partner.verzamelinkomen");
  await page.fill("#tot", "55000");
  await page.click("form button");
  const couple = await rows();
  if (couple.length < 3 || String(couple) === String(alone)) wrong.push(`couple: ${couple}`);
  if ((await page.inputValue("#tot")) !== "55000" || (await page.inputValue("#partner")) !== "ja") wrong.push("the form forgot");
  await page.click(".hoort-language");
  if (String((await rows()).length) !== String(couple.length)) wrong.push("the other language shows something else");
  const bad = await page.goto(base + found.nl.breakpoints + "?tot=iets");
  if (bad.status() !== 400 || !(await page.$("[role=alert]"))) wrong.push("a wrong value is not refused");
  await page.context().close();
  return wrong;
});

/* ---- evidence: dials ---- */

/* The sentence, the plot, the table and the file of a choice say the same. */
async function sameEverywhere(page) {
  const wrong = [];
  const bars = await page.$$eval("#steps-part .hoort-chart__count", (all) => all.map((x) => x.textContent));
  const cells = await page.$$eval("table:has(#steps) tbody tr", (all) => all.map((tr) => tr.querySelector("td").innerText));
  if (bars.length !== 5 || String(bars) !== String(cells)) wrong.push(`plot ${bars} table ${cells}`);
  const said = await page.innerText("#said-first");
  for (const n of [cells[2], cells[4]]) if (!said.includes(n)) wrong.push(`${n} is not in "${said}"`);
  const csv = await (await page.request.get(base + (await page.getAttribute("#csv", "href")))).text();
  const settings = new URL(page.url()).search.match(/\bamount_min=960|\bamount_min=480/)?.[0] ?? "policy";
  const line = csv.split("\n").find((l) => l.startsWith(`${settings};`) && l.includes(";funnel;reached;"));
  if (Number(line?.split(";")[5]).toLocaleString("nl-NL") !== cells[4]) wrong.push(`file "${line}" table ${cells[4]}`);
  return wrong;
}

await check("evidence: without script the button shows another choice, and keeps it beside the next", async () => {
  const page = await open(320, { javaScriptEnabled: false }), wrong = [];
  await page.goto(base + found.nl.evidence);
  const before = await page.innerText("#said-first");
  wrong.push(...(await sameEverywhere(page)));
  await page.fill("#amount_min", "960");
  await page.click("#evidence button");
  if ((await page.innerText("#said-first")) === before) wrong.push("the sentence stays the same");
  if ((await page.innerText("#amount_min-value")) !== "€ 960") wrong.push("the dial does not say where it stands");
  wrong.push(...(await sameEverywhere(page)));
  await page.click("#bewaar");
  await page.selectOption("#timing", "estimated");
  await page.click("#evidence button");
  const heads = await page.$$eval("table:has(#steps) thead th", (all) => all.map((x) => x.innerText));
  if (String(heads) !== "Stap,Uw keuze,Het beleid,A") wrong.push(`columns ${heads}`);
  if (!(await page.innerText("#beside")).includes("€ 960")) wrong.push("A does not say what it is");
  await page.click("#weg1");
  if ((await page.$$("table:has(#steps) thead th")).length !== 3) wrong.push("A is not taken away");
  await page.selectOption("#draai2", "k_min");
  await page.click(".hoort-pick button");
  if ((await page.$$("table:has(#points) thead th")).length !== 4) wrong.push("no second dial");
  if ((await page.$$("#frontier .hoort-chart__ring")).length !== 1) wrong.push("the present setting is not marked");
  const bad = await page.goto(base + found.nl.evidence + "?k_min=0");
  if (bad.status() !== 400 || !(await page.$("[role=alert]"))) wrong.push("a wrong value is not refused");
  await page.context().close();
  return wrong;
});

await check("evidence: a dial that moves shows it at once, by keyboard, and focus stays", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + found.nl.evidence);
  await page.evaluate(() => (window.isStillThisPage = true));
  const first = await page.innerText("#said-first");
  const shown = () => page.innerText("table:has(#steps) tbody tr:last-child td >> nth=0");
  const before = await shown();
  await page.focus("#amount_min");
  const height = await page.evaluate(() => window.scrollY);
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
  await page.waitForFunction((was) => document.getElementById("said-first").innerText !== was, first);
  await page.waitForFunction(() => location.search === "?amount_min=480");
  if ((await page.evaluate(() => document.activeElement.id)) !== "amount_min") wrong.push("focus is gone");
  if ((await shown()) === before) wrong.push("the table does not move");
  if ((await page.innerText("#amount_min-value")) !== "€ 480") wrong.push("the dial does not say where it stands");
  if (!(await page.evaluate(() => window.isStillThisPage))) wrong.push("the page was loaded again");
  if ((await page.evaluate(() => window.scrollY)) !== height) wrong.push("the page jumps");
  if (!(await page.getAttribute(".hoort-language", "href")).includes("amount_min=480"))
    wrong.push("the other language asks something else");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent !== "");
  if ((await page.textContent("[role=status]")) !== (await page.innerText("#said-first"))) wrong.push("what changed is not read out");
  wrong.push(...(await sameEverywhere(page)));
  /* Kept and taken away from the keyboard; a control outside the form moves too. */
  await page.focus("#bewaar");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#weg1");
  if (!page.url().includes("naast1=amount_min.480")) wrong.push(`not in the address: ${page.url()}`);
  if ((await page.evaluate(() => document.activeElement.tagName)) === "BODY") wrong.push("focus is lost with the button");
  await page.focus("#weg1");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#weg1", { state: "detached" });
  await page.selectOption("#draai2", "k_min");
  await page.waitForFunction(() => document.querySelectorAll("table:has(#points) thead th").length === 4);
  wrong.push(...(await axeViolations(page)), ...(await smallTargets(page)));
  /* What the address says is what is there after loading it anew. */
  const now = await page.innerText("#steps-part") + await page.innerText("#frontier");
  await page.reload();
  if ((await page.innerText("#steps-part")) + (await page.innerText("#frontier")) !== now)
    wrong.push("another page after loading it again");
  wrong.push(...page.complaints);
  await page.context().close();
  return wrong;
});

await check("evidence: the newest move wins, however slow the answers before it", async () => {
  const page = await open(768), wrong = [];
  await page.goto(base + found.en.evidence);
  let first = true;
  await page.route("**/en/evidence?*", async (route) => {
    if (first) {
      first = false;
      await new Promise((done) => setTimeout(done, 1500));
    }
    await route.continue().catch(() => {});
  });
  await page.fill("#k_min", "2");
  await page.waitForTimeout(300);
  await page.fill("#k_min", "30");
  await page.waitForFunction(() => location.search === "?k_min=30");
  await page.waitForTimeout(1600);
  if ((await page.innerText("#k_min-value")) !== "30" || !page.url().endsWith("?k_min=30")) wrong.push("an old answer came over it");
  await page.context().close();
  return wrong;
});

await check("evidence: each dial names its dilemmas, and the links lead there", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + found.nl.evidence);
  const links = await page.$$eval(".hoort-dial__about", (all) =>
    all.map((d) => [...d.querySelectorAll("a")].map((a) => a.getAttribute("href"))));
  const without = links.filter((l) => !l.length).length;
  if (links.length < 10 || without) wrong.push(`${links.length} dials, ${without} without`);
  await page.goto(base + links[0][0]);
  if (!(await page.$(new URL(page.url()).hash))) wrong.push(`nothing at ${links[0][0]}`);
  await page.context().close();
  return wrong;
});

await check("looking at a resident is put on the account", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + found.nl.resident);
  const code = found.nl.resident.split("/")[2];
  await page.goto(base + found.nl.account);
  const newest = await page.innerText("table:has(#last) tbody tr:first-child");
  if (!newest.includes("Uitleg bekeken") || !newest.includes(code.slice(0, 12))) wrong.push(newest);
  if (!(await page.$(".utrecht-alert--ok"))) wrong.push("the account does not verify");
  await page.context().close();
  return wrong;
});

await check("a resident's page has outcome, reasons, facts with sources, articles and no name or BSN", async () => {
  const page = await open(1440), wrong = [];
  await page.goto(base + found.nl.resident);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  const text = await page.innerText("main");
  for (const needed of ["De belangrijkste redenen", "Bron", "artikel", "Klopt er iets niet?", "per jaar"])
    if (!text.includes(needed)) wrong.push(`no "${needed}"`);
  const reasons = (await page.$$("h2:has-text('belangrijkste') + p + ul li")).length;
  if (reasons < 1 || reasons > 3) wrong.push(`${reasons} reasons`);
  if (/\b[0-9]{9}\b/.test(text)) wrong.push("nine digits in a row");
  if (/\b[a-z]+_[a-z_]+\b/.test(text)) wrong.push(`a raw name: ${text.match(/\b[a-z]+_[a-z_]+\b/)[0]}`);
  await page.context().close();
  return wrong;
});

await check("a page that is not there says what to do, in both languages", async () => {
  const page = await open(320), wrong = [];
  for (const [path, words] of [["/weg", "Deze pagina is er niet"], ["/en/gone", "This page is not there"]]) {
    const response = await page.goto(base + path);
    if (response.status() !== 404) wrong.push(`${path}: ${response.status()}`);
    if ((await page.innerText("h1")) !== words) wrong.push(`${path}: no words`);
    wrong.push(...(await axeViolations(page)), ...(await sideways(page)));
  }
  await page.context().close();
  return wrong;
});

await check("text at 200 % on a narrow screen: nothing scrolls sideways", async () => {
  const page = await open(640), wrong = [];
  for (const name of ["overview", "resident", "policy", "evidence", "account", "laws"]) {
    await page.goto(base + found.nl[name]);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    wrong.push(...(await sideways(page)).map((w) => `${name}: ${w}`));
  }
  await page.context().close();
  return wrong;
});

await check("print: one dilemma a sheet, four role cards a sheet", async () => {
  const page = await open(1440), wrong = [], margin = { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" };
  const sheets = async () => (await page.pdf({ format: "A4", margin })).toString("latin1").match(/\/Type ?\/Page\b(?!s)/g).length;
  for (const lang of ["nl", "en"]) {
    await page.goto(base + found[lang].dilemmas);
    const dilemmas = (await page.$$(".hoort-sheet")).length, printed = await sheets();
    if (dilemmas !== 16 || printed !== dilemmas + 1) wrong.push(`${lang}: ${dilemmas} dilemmas on ${printed} sheets`);
    await page.goto(base + found[lang].roles);
    const cards = (await page.$$(".hoort-card")).length, cardSheets = await sheets();
    if (cards < 16 || cardSheets !== Math.ceil(cards / 4) + 1) wrong.push(`${lang}: ${cards} cards on ${cardSheets} sheets`);
  }
  await page.context().close();
  return wrong;
});

await check("a dilemma has two poles with five sentences between them", async () => {
  const page = await open(320), wrong = [];
  await page.goto(base + found.nl.method);
  const link = (await page.$$("ol.hoort-list a"))[2], question = await link.innerText();
  await link.click();
  const id = new URL(page.url()).hash;
  if ((await page.innerText(`${id} h2`)) !== question) wrong.push(`${id} is not "${question}"`);
  if ((await page.$$(`${id} .hoort-scale__pole`)).length !== 2) wrong.push("poles");
  if ((await page.$$(`${id} .hoort-scale__step`)).length !== 5) wrong.push("anchors");
  await page.context().close();
  return wrong;
});

await check("print: no menu, the label and the tables stay, folded text is printed", async () => {
  const page = await open(794), wrong = [];
  await page.emulateMedia({ media: "print" });
  for (const name of ["overview", "resident", "policy", "evidence", "account", "laws"]) {
    await page.goto(base + found.nl[name]);
    if (await page.isVisible(".hoort-nav")) wrong.push(`${name}: menu`);
    if (!(await page.isVisible(".hoort-label"))) wrong.push(`${name}: no label`);
    if ((await page.pdf({ format: "A4" })).length < 5000) wrong.push(`${name}: nothing printed`);
  }
  await page.goto(base + found.nl.resident);
  if (!(await page.isVisible("details:not([open]) .hoort-trace__what >> nth=1"))) wrong.push("folded lines are not printed");
  await page.context().close();
  return wrong;
});

await check("forced colours on a dark screen: the plot and the menu take them", async () => {
  const page = await open(768, { forcedColors: "active", colorScheme: "dark" }), wrong = [];
  await page.goto(base + "/");
  const colours = await page.evaluate(() => {
    const of = (selector, what) => getComputedStyle(document.querySelector(selector))[what];
    return { ground: of("body", "backgroundColor"), words: of(".hoort-chart__words", "fill"), bar: of(".hoort-chart__ground", "fill"),
      mark: of(".hoort-chart__mark", "stroke"), here: of(".hoort-nav__link[aria-current]", "borderBottomColor"),
      other: of(".hoort-nav__link:not([aria-current])", "borderBottomColor") };
  });
  for (const seen of ["words", "bar", "here"]) if (colours[seen] === colours.ground) wrong.push(`${seen} cannot be seen`);
  for (const quiet of ["mark", "other"]) if (colours[quiet] !== colours.ground) wrong.push(`${quiet} is ${colours[quiet]}`);
  await page.context().close();
  return wrong;
});

await check("axe itself finds what is wrong", async () => {
  const page = await open(768);
  await page.goto(base + "/");
  await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", "<img src='/x.png'><a href='/'></a>"));
  const found = await axeViolations(page);
  await page.context().close();
  return found.some((v) => v.startsWith("image-alt")) && found.some((v) => v.startsWith("link-name")) ? [] : ["it found nothing"];
});

await browser.close();
console.log(`1..${count}`);
process.exit(failures ? 1 : 0);
