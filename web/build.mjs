/* SPDX-License-Identifier: EUPL-1.2 */
/* build.mjs: one style sheet and two fonts out of the packages: only components that the pages
 * use, only design tokens that those components use; and our own script as it is. Not a bundler; nothing is fetched.
 *
 *   node build.mjs WEB_FOLDER OUT_FOLDER
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , web, out] = process.argv;
const packages = join(web, "node_modules");
const components = [
  "skip-link", "page-header", "page-footer", "heading-1", "heading-2", "heading-3", "paragraph", "link",
  "button-link", "table", "alert",
];

function componentCss(name) {
  return readFileSync(join(packages, "@utrecht", `${name}-css`, "dist", "index.css"), "utf8");
}

/* Rules for states that only style guides show, and classes that no page has. */
function prune(css, html) {
  const kept = [];
  for (const rule of topLevelRules(css)) {
    if (rule.startsWith("@")) kept.push(rule);
    else {
      const classes = rule.slice(0, rule.indexOf("{")).match(/\.[a-zA-Z_][\w-]*/g) ?? [];
      if (classes.length === 0 || classes.some((c) => html.includes(c.slice(1)))) kept.push(rule);
    }
  }
  return kept.join("\n");
}

function topLevelRules(css) {
  const rules = [];
  let depth = 0, from = 0;
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  for (let i = 0; i < bare.length; i++) {
    if (bare[i] === "{") depth++;
    if (bare[i] === "}" && --depth === 0) {
      rules.push(bare.slice(from, i + 1).trim());
      from = i + 1;
    }
  }
  return rules;
}

/* The tokens that are used, and those that these are made of. */
function usedTokens(css) {
  const theme = readFileSync(join(packages, "@nl-design-system-unstable", "voorbeeld-design-tokens", "dist", "theme.css"), "utf8");
  const values = new Map();
  for (const [, name, value] of theme.matchAll(/^\s*(--[\w-]+):\s*([^;]*);/gm)) values.set(name, value);
  const wanted = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\((--[\w-]+)/g))
      if (values.has(name) && !wanted.has(name)) {
        wanted.add(name);
        follow(values.get(name));
      }
  };
  follow(css);
  return [...wanted].sort().map((name) => `  ${name}: ${values.get(name)};`).join("\n");
}

const fonts = [
  ["latin-ext", "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0"],
  ["latin", "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212"],
];

function fontCss() {
  return fonts.map(([subset, range]) => `@font-face {
  font-family: "Noto Sans";
  font-style: normal;
  font-weight: 100 900;
  font-display: swap;
  src: url("noto-sans-${subset}.woff2") format("woff2");
  unicode-range: ${range};
}`).join("\n");
}

mkdirSync(out, { recursive: true });
const pagesFolder = join(web, "..", "src", "web", "pages");
const html = readdirSync(pagesFolder).map((name) => readFileSync(join(pagesFolder, name), "utf8")).join("\n");
const parts = components.map((name) => prune(componentCss(name), html)).join("\n");
const own = readFileSync(join(web, "pages.css"), "utf8");
/* A block that stays open swallows what follows, and a browser says nothing of it. */
const blocks = own.replace(/\/\*[^]*?\*\//g, "").match(/[{}]/g).reduce((open, sign) => open + (sign === "{" ? 1 : -1), 0);
if (blocks !== 0) throw new Error(`pages.css: ${blocks > 0 ? "a block is not closed" : "a block is closed twice"}`);
const css = `/* SPDX-License-Identifier: EUPL-1.2
 * Components: Copyright (c) Frameless B.V. and Gemeente Utrecht, EUPL-1.2.
 * Design tokens: NL Design System example theme, EUPL-1.2. Font: Noto Sans, OFL-1.1.
 */
${fontCss()}
.voorbeeld-theme {
${usedTokens(parts + own)}
}
${parts}
${own}`;
writeFileSync(join(out, "hoort.css"), css);
for (const [subset] of fonts)
  copyFileSync(join(packages, "@fontsource-variable", "noto-sans", "files", `noto-sans-${subset}-wght-normal.woff2`),
    join(out, `noto-sans-${subset}.woff2`));
copyFileSync(join(web, "live.js"), join(out, "live.js"));
console.log(`${out}: hoort.css ${css.length} bytes, ${fonts.length} fonts`);
