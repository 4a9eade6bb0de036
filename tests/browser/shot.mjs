/* SPDX-License-Identifier: EUPL-1.2 */
/* shot.mjs: pictures of pages, for looking at them. Not a test.
 *
 *   node shot.mjs OUT_FOLDER WIDTHS URL NAME [URL NAME]…      widths like 320,1440
 */
import { launch } from "./browser.mjs";

const [, , out, widths, ...pages] = process.argv;
const browser = await launch();
for (const width of widths.split(",").map(Number)) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  for (let i = 0; i < pages.length; i += 2) {
    await page.goto(pages[i]);
    if (process.env.OPEN) await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await page.screenshot({ path: `${out}/${pages[i + 1]}-${width}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
