/* SPDX-License-Identifier: EUPL-1.2 */
/* desk.mjs: logging in, being refused, logging out, and the page of the accounts, as people do it; each page without an
 * axe violation, sideways scroll or complaint, in both languages, narrow, middle and wide. Prints TAP.
 *
 *   node desk.mjs http://127.0.0.1:8080 PASSWORD      a workspace with accounts anna (admin) and bo (caseworker)
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "./browser.mjs";

const base = process.argv[2].replace(/\/$/, ""), password = process.argv[3];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let count = 0, failures = 0;

async function check(what, body) {
  let wrong;
  try { wrong = [].concat((await body()) ?? []); } catch (e) { wrong = String(e).split("\n").slice(0, 4); }
  count++;
  if (wrong.length) failures++;
  console.log(`${wrong.length ? "not ok" : "ok"} ${count} - ${what}`);
  for (const line of wrong) console.log(`# ${line}`);
}

const browser = await launch();

async function visit(width = 1440, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && page.complaints.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => page.complaints.push(`error: ${e}`));
  return page;
}

async function looks(page) {
  const wrong = await page.evaluate(() => {
    const small = [...document.querySelectorAll("a, summary, button, input:not([type=hidden])")].filter((x) => {
      const box = x.getBoundingClientRect();
      return box.width > 1 && x.checkVisibility() && box.height < 20 && getComputedStyle(x).display !== "inline";
    }).map((x) => `small: ${x.outerHTML.slice(0, 60)}`);
    return document.documentElement.scrollWidth > window.innerWidth ? [...small, `${document.documentElement.scrollWidth} wide`] : small;
  });
  const result = await page.evaluate(`(async () => { ${axe}; return await axe.run(document, { runOnly: ${JSON.stringify(tags)} }); })()`);
  return [...wrong, ...result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`)];
}

async function logIn(page, name, words = password, path = "/inloggen") {
  await page.goto(base + path);
  await page.fill("#naam", name);
  await page.fill("#wachtwoord", words);
  await page.click("main button");
}

for (const width of [320, 768, 1440])
  await check(`login, one's own account and the accounts at ${width} px`, async () => {
    const page = await visit(width), wrong = [];
    for (const path of ["/inloggen", "/en/login"]) {
      await page.goto(base + path);
      wrong.push(...(await looks(page)).map((w) => `${path}: ${w}`));
    }
    await logIn(page, "anna");
    for (const path of ["/wachtwoord", "/en/password", "/gebruikers", "/en/users", "/"]) {
      await page.goto(base + path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      if ((await page.$$("h1")).length !== 1) wrong.push(`${path}: h1`);
      wrong.push(...(await looks(page)).map((w) => `${path}: ${w}`));
    }
    wrong.push(...page.complaints);
    await page.context().close();
    return wrong;
  });

await check("who is not logged in is asked to, and comes where they wanted to be", async () => {
  const page = await visit(320, { javaScriptEnabled: false }), wrong = [];
  await page.goto(base + "/en/policy");
  if (new URL(page.url()).pathname !== "/en/login") wrong.push(page.url());
  if (await page.$("nav a")) wrong.push("the menu names pages");
  await page.fill("#naam", "bo");
  await page.fill("#wachtwoord", password);
  await page.press("#wachtwoord", "Enter");
  if (new URL(page.url()).pathname !== "/en/policy") wrong.push(page.url());
  if (!(await page.innerText("header")).includes("bo")) wrong.push("no name");
  const cookies = await page.context().cookies();
  for (const c of cookies) if (!c.httpOnly || c.sameSite !== "Strict") wrong.push(`${c.name}: ${c.httpOnly} ${c.sameSite}`);
  if (!cookies.some((c) => c.name === "hoort_sessie")) wrong.push("no session");
  await page.context().close();
  return wrong;
});

await check("a wrong password says so, keeps the name, and nothing else", async () => {
  const page = await visit(320), wrong = [];
  await logIn(page, "bo", "dit is het niet hoor");
  if (!(await page.innerText("[role=alert]")).includes("horen niet bij elkaar")) wrong.push("not said");
  if ((await page.inputValue("#naam")) !== "bo" || (await page.inputValue("#wachtwoord")) !== "") wrong.push("fields");
  if ((await page.context().cookies()).some((c) => c.name === "hoort_sessie")) wrong.push("a session");
  wrong.push(...(await looks(page)));
  await page.context().close();
  return wrong;
});

await check("a role without the right is told who has it, and what to do", async () => {
  const page = await visit(768), wrong = [];
  await logIn(page, "bo");
  const response = await page.goto(base + "/gebruikers");
  const text = await page.innerText("main");
  if (response.status() !== 403 || !text.includes("Dit mag niet met uw rol") || !text.includes("beheerder")) wrong.push(text);
  if (await page.$("nav a[href='/gebruikers']")) wrong.push("the menu names the page");
  wrong.push(...(await looks(page)));
  await page.context().close();
  return wrong;
});

await check("logging out ends it, also for who goes back", async () => {
  const page = await visit(), wrong = [];
  await logIn(page, "bo");
  await page.click("header button");
  if (new URL(page.url()).pathname !== "/inloggen") wrong.push(page.url());
  await page.goto(base + "/beleid");
  if (new URL(page.url()).pathname !== "/inloggen") wrong.push(`still in: ${page.url()}`);
  await page.goBack();
  if (await page.$("header button")) wrong.push("the page before is still shown");
  await page.context().close();
  return wrong;
});

await check("an administrator makes an account, gives it other roles, blocks it; its session ends", async () => {
  const page = await visit(), other = await visit(), wrong = [];
  await logIn(page, "anna", password, "/inloggen?naar=/gebruikers");
  await page.fill("#naam", "cas");
  await page.fill("#wachtwoord", "een wachtwoord voor cas");
  await page.check("#rol-auditor");
  await page.click("form:has(#naam) button");
  if (!(await page.innerText("table")).includes("cas")) wrong.push("not in the list");
  await logIn(other, "cas", "een wachtwoord voor cas");
  if (!(await other.$("nav a[href='/verantwoording']"))) wrong.push("cas is not in");
  await page.click("summary:has-text('cas')");
  const form = page.locator("details:has(summary:has-text('cas'))");
  await form.getByLabel("begeleider").check();
  await form.getByLabel("controleur").uncheck();
  await form.getByRole("button", { name: "Rollen bewaren" }).click();
  if (!(await page.innerText("tr:has-text('cas')")).includes("begeleider")) wrong.push("the roles did not change");
  await other.goto(base + "/beleid");
  if (!(await other.innerText("main")).includes("U bent uitgelogd")) wrong.push("cas is still in");
  await page.click("summary:has-text('cas')");
  await page.locator("details:has(summary:has-text('cas'))").getByRole("button", { name: "blokkeren" }).click();
  if (!(await page.innerText("tr:has-text('cas')")).includes("Geblokkeerd")) wrong.push("not blocked");
  await logIn(other, "cas", "een wachtwoord voor cas");
  if (!(await other.innerText("[role=alert]")).includes("geblokkeerd")) wrong.push("not told");
  wrong.push(...page.complaints);
  await page.context().close();
  await other.context().close();
  return wrong;
});

await check("a password is changed, and then logged in with", async () => {
  const page = await visit(), wrong = [];
  await logIn(page, "bo", password, "/inloggen?naar=/wachtwoord");
  const change = async (now, to, again) => {
    for (const [id, words] of [["#nu", now], ["#nieuw", to], ["#nogmaals", again]]) await page.fill(id, words);
    await page.click("main button");
  };
  await change(password, "een ander wachtwoord", "een ander woord hier");
  if (!(await page.innerText("[role=alert]")).includes("niet gelijk")) wrong.push("two that differ");
  await change(password, "een ander wachtwoord", "een ander wachtwoord");
  if (new URL(page.url()).pathname !== "/inloggen") wrong.push(page.url());
  await logIn(page, "bo", "een ander wachtwoord");
  if (!(await page.$("header button"))) wrong.push("not in");
  await page.context().close();
  return wrong;
});

await check("a form of another site changes nothing", async () => {
  const page = await visit(), wrong = [];
  await logIn(page, "anna");
  const form = { naam: "dief", "rol.admin": "ja", wachtwoord: "een lang wachtwoord" };
  const answer = await page.request.post(base + "/gebruikers", { form });
  if (answer.status() !== 403) wrong.push(`without a token: ${answer.status()}`);
  await page.setContent(`<form method="post" action="${base}/gebruikers"><input name="naam" value="dief"><button>x</button></form>`);
  await page.click("button");
  if ((await page.innerText("body")).includes("Account")) wrong.push("a foreign form got through");
  await page.goto(base + "/gebruikers");
  if ((await page.innerText("main")).includes("dief")) wrong.push("made");
  await page.context().close();
  return wrong;
});

await check("what was done stands on the account by code, without a name", async () => {
  const page = await visit(), wrong = [];
  await logIn(page, "anna", password, "/inloggen?naar=/verantwoording");
  const text = await page.innerText("table:has(#last)");
  for (const act of ["Ingelogd", "Account gemaakt", "Account geblokkeerd", "Wachtwoord gewijzigd"])
    if (!(await page.innerText("main")).includes(act)) wrong.push(`no "${act}"`);
  if (/\b(anna|bo|cas)\b/.test(text)) wrong.push(text);
  if (!(await page.$(".utrecht-alert--ok"))) wrong.push("it does not verify");
  await page.context().close();
  return wrong;
});

await browser.close();
console.log(`1..${count}`);
process.exit(failures ? 1 : 0);
