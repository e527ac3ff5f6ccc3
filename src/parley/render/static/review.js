// The desk of a reviewer: one key, one decision; the next claim comes in place of this one, and the focus stays.
// Words that are selected in a report are those that a claim stands in. Without scripts every form works as it is.
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable], dialog") != null;
const $ = (id) => document.getElementById(id);
let waiting = Promise.resolve();

/** Code points of a report's own words before a place in `text`: those in elements of class s. */
const placeIn = (text, node, offset) => {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  let count = 0;
  for (const piece of text.querySelectorAll(".s")) {
    if (!before.intersectsNode(piece)) break;
    const inside = document.createRange();
    inside.selectNodeContents(piece);
    if (before.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(before.endContainer, before.endOffset);
    count += [...inside.toString()].length;
  }
  return count;
};

const pick = (words, start, end) => {
  for (const field of document.querySelectorAll("[data-words]")) {
    field.value = words;
    field.form.elements.start.value = start;
    field.form.elements.end.value = end;
  }
};

const picked = () => {
  const selection = document.getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const text = document.querySelector("#context, #reading .text");
  if (!text || !text.contains(range.commonAncestorContainer)) return;
  const base = Number(text.dataset.start ?? 0);
  const start = base + placeIn(text, range.startContainer, range.startOffset);
  const end = base + placeIn(text, range.endContainer, range.endOffset);
  const words = selection.toString().replace(/\s+/g, " ").trim();
  if (end > start && words) pick(words, start, end);
};

const tell = (words) => { $("told").textContent = words; };

const show = async (answer) => {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const desk = page.getElementById("desk");
  if (!answer.ok || !desk) {
    tell(`Not done. ${page.querySelector("main")?.innerText.replace(/\s+/g, " ").trim() ?? "The server does not answer."}`);
    return;
  }
  $("desk").replaceWith(document.adoptNode(desk));
  const state = page.querySelector('meta[name="parley-state"]');
  if (state) document.querySelector('meta[name="parley-state"]').content = state.content;
  history.replaceState(null, "", answer.url);
  tell(page.getElementById("told").textContent || $("left").textContent);
  $("in-hand").focus({ preventScroll: true });
  $("in-hand").scrollIntoView({ block: "nearest" });
};

/** One after the other, so that keys pressed quickly are each done on the claim that then is in hand. */
const inTurn = (deed) => {
  waiting = waiting.then(deed).catch(() => tell("Not done. The server does not answer."));
  return waiting;
};

const send = async (form, button) => {
  const body = new URLSearchParams(new FormData(form, button));
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  await show(await fetch(address, { method: "POST", body }));
};

const unfold = (details) => {
  details.open = !details.open;
  if (details.open) details.querySelector("input:not([type=hidden]), select")?.focus();
};

const press = async (key) => {
  const meant = $("desk")?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!meant) return;
  if (meant.matches("details")) unfold(meant);
  else if (meant.matches("button")) await send(meant.form, meant);
  else if (meant.hasAttribute("data-swap")) await show(await fetch(meant.href));
  else meant.click();
};

export const startReview = () => {
  if (document.querySelector("[data-words]")) document.addEventListener("selectionchange", picked);
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-words]")) return;
    event.target.form.elements.start.value = event.target.form.elements.end.value = "";
  });
  if (!$("desk")) return;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) $("in-hand").focus();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (event.key === " " && event.target.closest("button, summary, a")) return;
    const key = event.key.toLowerCase();
    if (!$("desk").querySelector(`[data-key="${CSS.escape(key)}"]`)) return;
    event.preventDefault();
    inTurn(() => press(key));
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("#desk form[data-swap]")) return;
    event.preventDefault();
    inTurn(() => send(event.target, event.submitter));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#desk a[data-swap]");
    const missed = event.target.closest("[data-missed]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      inTurn(async () => show(await fetch(link.href)));
    }
    if (missed) {
      pick(missed.dataset.missed, missed.dataset.start, missed.dataset.end);
      $("missed").open = true;
      $("missed-kind").focus();
    }
  });
  $("in-hand").focus({ preventScroll: true });
};
