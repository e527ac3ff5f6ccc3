// "Copy with sources": puts what stands there on the clipboard, as text and as HTML, with whole addresses.
"use strict";
(() => {
  document.documentElement.classList.add("can-copy");

  const asText = (line) => {
    const own = line.cloneNode(true);
    for (const quote of own.querySelectorAll("q")) quote.textContent = `“${quote.textContent}”`;
    for (const link of own.querySelectorAll("a.permalink")) link.textContent = link.href;
    return own.textContent.replace(/\s+/g, " ").trim();
  };
  const asHtml = (line) => {
    const own = line.cloneNode(true);
    for (const link of own.querySelectorAll("a")) link.setAttribute("href", link.href);
    return `<p>${own.innerHTML}</p>`;
  };
  const byHand = (cited) => {
    const range = document.createRange();
    range.selectNodeContents(cited);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy");
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button.copy");
    if (!button) return;
    const place = button.closest(".cite"), cited = place.querySelector(".cited"), lines = [...cited.children];
    const parts = { "text/plain": lines.map(asText).join("\n"), "text/html": lines.map(asHtml).join("") };
    const blobs = Object.fromEntries(Object.entries(parts).map(([type, words]) => [type, new Blob([words], { type })]));
    const done = await Promise.resolve().then(() => navigator.clipboard.write([new ClipboardItem(blobs)])).then(() => true, () => byHand(cited));
    place.querySelector("[role=status]").textContent = done ? "Copied." : "Not copied: select the text and copy it.";
  });
})();
