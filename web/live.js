/* SPDX-License-Identifier: EUPL-1.2 */
/* live.js: a form that shows what it does while one moves it. Without this file the form works by its button.
 *
 *   <form method="get" data-live data-live-say="ID">   asked again at every change; what element ID then says is read out
 *   <div id="…" data-live-part>           replaced by what the answer has under the same id, anywhere on the page
 *   data-live-address="/…"                on a part: the address of what it shows, for the address bar
 *
 * The newest change wins: older questions are dropped. Focus, folded text and scrolled tables stay as they are.
 *
 *   <div data-live-events="/…" data-live-version="7">   server-sent numbers: at another one than 7 the page is asked again
 *   data-live-lost="…"                                  what is said while there is no connection
 *
 * A field that is being filled in is not replaced under somebody's hands.
 * Not for pages without such a form: there it does nothing.
 */
const WAIT = 120, QUIET = 700;     /* ms: after the last move one asks; after the last answer one reads out */

/* What a visitor was doing inside the part that goes away. */
function remember(part) {
  const at = document.activeElement;
  return {
    focus: part.contains(at) ? at.id : null,
    open: [...part.querySelectorAll("details[id]")].map((d) => [d.id, d.open]),
    scroll: [...part.querySelectorAll(".hoort-scroll[aria-labelledby]")].map((d) => [d.getAttribute("aria-labelledby"), d.scrollLeft]),
  };
}

function restore(part, was) {
  for (const [id, open] of was.open) {
    const details = part.querySelector(`#${CSS.escape(id)}`);
    if (details) details.open = open;
  }
  for (const [id, left] of was.scroll) {
    const box = part.querySelector(`[aria-labelledby="${CSS.escape(id)}"]`);
    if (box) box.scrollLeft = left;
  }
  if (was.focus === null) return;
  const next = was.focus && document.getElementById(was.focus);
  if (!next) part.tabIndex = -1;   /* what had focus is gone: its place keeps it */
  (next || part).focus({ preventScroll: true });
}

/* False if the answer is another page, with other parts. */
function replaceParts(answer) {
  const pairs = [...document.querySelectorAll("[data-live-part]")].map((part) => [part, answer.getElementById(part.id)]);
  if (pairs.some(([, next]) => !next)) return false;
  for (const [part, next] of pairs) {
    if (part.isEqualNode(next)) continue;
    const was = remember(part), taken = document.adoptNode(next);
    part.replaceWith(taken);
    restore(taken, was);
  }
  return true;
}

function watch(form) {
  const said = document.createElement("p");
  said.className = "hoort-unseen";
  said.setAttribute("role", "status");
  form.after(said);
  let waiting, quiet, asked;

  async function ask(submitter) {
    clearTimeout(waiting);
    asked?.abort();
    const mine = (asked = new AbortController());
    const fields = new FormData(form), to = new URL(form.getAttribute("action"), location);
    if (submitter?.name) fields.append(submitter.name, submitter.value);
    to.search = new URLSearchParams(fields);
    try {
      const reply = await fetch(to, { signal: mine.signal });
      const answer = new DOMParser().parseFromString(await reply.text(), "text/html");
      if (mine !== asked) return;
      if (!replaceParts(answer)) return location.assign(to);
      const shown = document.querySelector("[data-live-address]")?.dataset.liveAddress;
      history.replaceState(null, "", shown || to);
      clearTimeout(quiet);
      quiet = setTimeout(() => (said.textContent = document.getElementById(form.dataset.liveSay)?.innerText ?? ""), QUIET);
    } catch (e) {
      if (e.name !== "AbortError") location.assign(to);
    }
  }

  /* On the document, for controls of the form that stand elsewhere. */
  document.addEventListener("input", (e) => {
    if (e.target.form !== form) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    ask(e.submitter);
  });
}

document.querySelectorAll("form[data-live]").forEach(watch);

/* Something happened elsewhere: the parts of this page are asked again. What comes meanwhile is one more question. */
function follow(place) {
  const lost = document.createElement("p");
  lost.className = "hoort-saved";
  lost.setAttribute("role", "status");
  place.before(lost);
  let seen = place.dataset.liveVersion, busy = false, again = false;

  async function refresh() {
    if (busy) return void (again = true);
    busy = true;
    do {
      again = false;
      try {
        const reply = await fetch(location.href);
        const answer = new DOMParser().parseFromString(await reply.text(), "text/html");
        if (!reply.ok || !replaceParts(answer)) return location.reload();
      } catch { /* the next event asks again */ }
    } while (again);
    busy = false;
  }

  const source = new EventSource(place.dataset.liveEvents);
  source.onopen = () => (lost.textContent = "");
  source.onerror = () => (lost.textContent = place.dataset.liveLost ?? "");
  addEventListener("offline", source.onerror);
  addEventListener("online", () => { source.onopen(); refresh(); });
  source.onmessage = (e) => {
    if (e.data === seen) return;
    seen = e.data;
    refresh();
  };
  addEventListener("pagehide", () => source.close());
}

document.querySelectorAll("[data-live-events]").forEach(follow);
