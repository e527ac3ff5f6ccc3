// A report's text: the claim that is pointed at in the list is lit in the text wherever it stands, also where it
// overlaps others; words that are clicked light the claims they are part of. Kinds of claims can be put out.

/** The stretches of text on which a claim lies, as ranges; joined they are its exact words. */
export const rangesOf = (text, number) =>
  [...text.querySelectorAll(".s[data-on]")]
    .filter((segment) => segment.dataset.on.split(" ").includes(number))
    .map((segment) => {
      const range = document.createRange();
      range.selectNodeContents(segment);
      return range;
    });

const light = (text, numbers) => {
  if (!("highlights" in CSS)) return;
  const ranges = numbers.flatMap((number) => rangesOf(text, number));
  if (ranges.length) CSS.highlights.set("chosen", new Highlight(...ranges));
  else CSS.highlights.delete("chosen");
};

const choose = (reading, numbers) => {
  const text = reading.querySelector(".text");
  light(text, numbers);
  for (const row of reading.querySelectorAll(".claims li")) {
    row.classList.toggle("chosen", numbers.includes(row.dataset.claim));
  }
};

const startKinds = (reading, kinds) => {
  for (const piece of kinds.querySelectorAll("[data-kind]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.append(...piece.childNodes);
    button.addEventListener("click", () => {
      const shown = reading.classList.toggle(`without-${piece.dataset.kind}`);
      button.setAttribute("aria-pressed", String(!shown));
    });
    piece.append(button);
  }
};

export const startReading = (reading) => {
  if (!reading) return;
  const kinds = document.getElementById("kinds");
  if (kinds) startKinds(reading, kinds);
  const list = reading.querySelector(".claims");
  for (const kind of ["mouseover", "focusin"]) {
    list.addEventListener(kind, (event) => {
      const row = event.target.closest("li");
      if (row) choose(reading, [row.dataset.claim]);
    });
  }
  list.addEventListener("mouseleave", () => choose(reading, []));
  reading.querySelector(".text").addEventListener("click", (event) => {
    const on = event.target.closest(".s[data-on]")?.dataset.on.split(" ") ?? [];
    choose(reading, on);
    if (on.length) list.querySelector(`[data-claim="${on.at(-1)}"]`).scrollIntoView({ block: "nearest" });
  });
  const named = location.hash.slice(1) && reading.querySelector(`.claims a[href="${CSS.escape(location.hash)}"]`);
  if (named) choose(reading, [named.closest("li").dataset.claim]);
};
