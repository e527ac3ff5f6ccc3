// A copy in one file: unpacks its pages, shows the one that the address names, searches them. Nothing is fetched.
"use strict";
(() => {
  const shown = document.getElementById("shown"), main = document.getElementById("main");
  const field = document.getElementById("find"), status = document.getElementById("status");
  const leaves = [...document.querySelectorAll("#paper > .leaf")];
  const name = document.title;
  const MOST = 100;
  let pages = new Map(), values = [], folded = null, began = true;

  // Pages are kept as numbers of shapes (mark-up) and of values (words), in the order of their first use; packing.py says how.
  const unpack = async () => {
    const bytes = Uint8Array.from(atob(document.getElementById("packed").textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const data = new Uint8Array(await new Response(stream).arrayBuffer());
    const end = data.indexOf(10), kept = JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
    const shapes = kept[0].map(([sorts, ...around]) => ({ sorts, around }));
    values = kept[1];
    read(numbers(data, end + 1), shapes);
  };
  const numbers = (data, from) => {
    const found = [];
    for (let at = from, number = 0, shift = 0; at < data.length; at++) {
      number |= (data[at] & 127) << shift;
      shift += 7;
      if (data[at] < 128) { found.push(number); number = shift = 0; }
    }
    return found;
  };
  const read = (all, shapes) => {
    const [many, rows] = all;
    let head = 2, row = head + 3 * many, value = row + rows, newShape = 0, newValue = 0;
    const next = () => all[value++] || ++newValue, of = (number) => (number || ++newValue) - 1;
    for (let page = 0; page < many; page++) {
      const place = of(all[head++]), kind = of(all[head++]), made = [];
      for (let left = all[head++]; left > 0; left--) {
        const shape = shapes[(all[row++] || ++newShape) - 1];
        made.push([shape, Array.from(shape.sorts, () => next() - 1)]);
      }
      pages.set(values[place].slice(1), { kind: values[kind], rows: made });
    }
  };
  const html = (page) => page.rows.map(([shape, own]) => shape.around[0] + own.map((value, at) => values[value] + shape.around[at + 1]).join("")).join("");

  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const MARKS = { amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'", "#13": " " };
  const plain = (words) => words.replace(/&(#?\w+);/g, (whole, mark) => MARKS[mark] ?? whole);

  // Which pages hold all words: those that have them in their heading first. A bit for each word asked for.
  const search = (wanted) => {
    folded ??= values.map((value) => fold(plain(value)));
    const whole = 2 ** wanted.length - 1;
    const has = Uint32Array.from(folded, (value) => wanted.reduce((bits, word, at) => bits | (value.includes(word) << at), 0));
    const hits = [];
    for (const [place, page] of pages) {
      let bits = 0, best = 0, said = null, title = false;
      for (const [shape, own] of page.rows) {
        for (let at = 0; at < own.length; at++) {
          if (shape.sorts[at] !== "w" || !has[own[at]]) continue;
          bits |= has[own[at]];
          if (shape.around[at].endsWith("<h1><bdi>")) title ||= has[own[at]] === whole;
          else if (has[own[at]] > best) { best = has[own[at]]; said = own[at]; }
        }
      }
      if (bits === whole) hits.push({ place, page, title, said });
    }
    return hits.sort((one, other) => other.title - one.title || (ORDER[one.page.kind] ?? 0) - (ORDER[other.page.kind] ?? 0));
  };
  const ORDER = { report: 1, actor: 2, source: 3, story: 4 }; // claims stand before them
  const heading = (page) => new DOMParser().parseFromString(html(page), "text/html").querySelector("h1")?.textContent ?? "";

  const element = (tag, words, attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = words;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const say = (title, ...parts) => shown.replaceChildren(element("h1", title), ...parts);

  const found = (asked) => {
    const wanted = fold(asked).split(/\s+/).filter(Boolean).slice(0, 30);
    const hits = wanted.length ? search(wanted) : [];
    const list = element("ul", "", { class: "found" });
    for (const hit of hits.slice(0, MOST)) {
      const row = element("li", "");
      row.append(element("span", hit.page.kind, { class: "kind" }), " ", element("a", heading(hit.page), { href: `#${hit.place}` }));
      if (hit.said !== null) row.append(element("p", plain(values[hit.said]), { class: "word" }));
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
    else if (pages.has(place)) shown.innerHTML = html(pages.get(place));
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
