// A copy in one file: unpacks its pages, shows the one that the address names, searches them. Nothing is fetched.
"use strict";
(() => {
  const shown = document.getElementById("shown"), main = document.getElementById("main");
  const field = document.getElementById("find"), status = document.getElementById("status");
  const leaves = [...document.querySelectorAll("#paper > .leaf")];
  const name = document.title;
  const MOST = 100;
  let pages = {}, index = [], began = true;

  const unpack = async () => {
    const bytes = Uint8Array.from(atob(document.getElementById("packed").textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const packed = JSON.parse(await new Response(stream).text());
    pages = packed.pages;
    index = packed.index.map(([place, kind, words]) => ({ place, kind, words, folded: fold(words) }));
  };
  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const element = (tag, words, attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = words;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const say = (title, ...parts) => shown.replaceChildren(element("h1", title), ...parts);

  const found = (asked) => {
    const wanted = fold(asked).split(/\s+/).filter(Boolean);
    const hits = wanted.length ? index.filter((each) => wanted.every((word) => each.folded.includes(word))) : [];
    const list = element("ul", "", { class: "found" });
    for (const hit of hits.slice(0, MOST)) {
      const row = element("li", "");
      row.append(element("span", hit.kind, { class: "kind" }), " ", element("a", hit.words, { href: hit.place }));
      list.append(row);
    }
    const many = hits.length === 1 ? "1 page" : `${hits.length} pages`;
    status.textContent = `${many} found`;
    say(`Search: ${asked}`, element("p", hits.length > MOST ? `${many}; the first ${MOST} are shown.` : `${many}.`, { class: "lead" }), list);
  };

  const arrive = (at) => {
    const place = at && document.getElementById(at);
    if (!place) return window.scrollTo(0, 0);
    for (const each of document.querySelectorAll(".arrived")) each.classList.remove("arrived");
    (place.closest("li, tr") ?? place).classList.add("arrived");
    place.scrollIntoView({ block: "center" });
  };

  const show = () => {
    const hash = location.hash.slice(1); // places are kept as addresses write them
    if (hash && !hash.startsWith("/")) return;
    const [place, at] = (hash || "/").split("@");
    const leaf = leaves.find((each) => each.id === place);
    for (const each of leaves) each.classList.toggle("now", each === leaf);
    document.documentElement.classList.toggle("first", place === "/");
    shown.hidden = Boolean(leaf);
    if (leaf) shown.replaceChildren();
    else if (place.startsWith("/search/")) found(decodeURIComponent(place.slice("/search/".length)));
    else if (place in pages) shown.innerHTML = pages[place];
    else say("Not in this copy", element("p", "The page asked for was left out when this copy was made."));
    const title = (leaf ?? shown).querySelector("h1")?.textContent ?? name;
    document.title = place === "/" ? name : `${title} · ${name}`;
    if (!place.startsWith("/search/")) {
      if (!began) main.focus({ preventScroll: true });
      arrive(at && decodeURIComponent(at));
    }
    began = false;
  };

  // A link to a place on the same page moves there and leaves the address alone, which names the page.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || link.hash.startsWith("#/")) return;
    event.preventDefault();
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) return;
    if (!place.matches("a[href], [tabindex]")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    arrive(place.id);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    field.focus();
  });
  field.addEventListener("input", () => {
    const asked = field.value.trim();
    const place = asked ? `#/search/${encodeURIComponent(asked)}` : "#/";
    history.replaceState(null, "", place);
    show();
  });

  unpack().then(() => {
    document.querySelector(".find").hidden = false;
    show();
    window.addEventListener("hashchange", show);
  }, (error) => {
    document.documentElement.classList.remove("js");
    document.getElementById("paper").prepend(element("p", `The pages of this copy could not be unpacked (${error.message}); what stands below is not all of it.`, { class: "notice" }));
  });
})();
