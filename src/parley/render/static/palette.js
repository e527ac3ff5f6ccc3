// "/" opens a palette to jump to a page, story, agreement, party, issue or report; "r" goes to the review. Without scripts
// the search field and the links at the top do.
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]") != null;

const make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

class Palette {
  constructor() {
    this.field = make("input", { type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "jumps",
      "aria-label": "Go to a page, story, agreement, party, issue or report", autocomplete: "off", spellcheck: "false" });
    this.list = make("ul", { id: "jumps", role: "listbox", "aria-label": "Where to" });
    this.told = make("p", { class: "word", role: "status" });
    const keys = make("p", { class: "word keys" }, "↑ ↓ to choose, Enter to go, Esc to close");
    this.dialog = make("dialog", { class: "palette", "aria-label": "Go to" }, this.field, this.list, this.told, keys);
    document.body.append(this.dialog);
    this.field.addEventListener("input", () => this.ask());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => this.go(event.target.closest("li")));
    this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) this.dialog.close(); });
  }

  open() {
    this.field.value = "";
    this.dialog.showModal();
    this.field.focus();
    this.ask();
  }

  async ask() {
    const query = this.field.value;
    const answer = await fetch(`/jump.json?q=${encodeURIComponent(query)}`);
    if (query !== this.field.value) return;  // a later key asked anew
    const found = answer.ok ? await answer.json() : [];
    if (query.trim()) found.push({ kind: "search", words: `Search for “${query.trim()}”`, detail: "", address: `/search?q=${encodeURIComponent(query.trim())}` });
    this.list.replaceChildren(...found.map((each, place) => this.row(each, place)));
    this.told.textContent = found.length === 1 ? "1 place to go" : `${found.length} places to go`;
    this.choose(0);
  }

  row(each, place) {
    const words = make("bdi");
    words.textContent = each.words;
    const detail = make("bdi", { class: "word" });
    detail.textContent = each.detail;
    const kind = make("span", { class: "kind" }, each.kind);
    const row = make("li", { id: `jump-${place}`, role: "option", "aria-selected": "false" }, kind, words, detail);
    row.dataset.address = each.address;
    return row;
  }

  choose(place) {
    const rows = [...this.list.children];
    this.at = rows.length ? (place + rows.length) % rows.length : -1;
    rows.forEach((row, each) => row.setAttribute("aria-selected", String(each === this.at)));
    if (this.at >= 0) {
      this.field.setAttribute("aria-activedescendant", rows[this.at].id);
      rows[this.at].scrollIntoView({ block: "nearest" });
    } else this.field.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.choose(this.at + step);
    else if (event.key === "Enter") this.go(this.list.children[this.at]);
    else return;
    event.preventDefault();
  }

  go(row) {
    if (row) location.assign(row.dataset.address);
  }
}

export const startPalette = () => {
  let palette;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const review = document.querySelector('.top a[aria-keyshortcuts="r"]');
    if (event.key === "r" && review && !document.querySelector("dialog[open], #desk")) location.assign(review.href);
    if (event.key !== "/") return;
    event.preventDefault();
    palette ??= new Palette();
    palette.open();
  });
};
