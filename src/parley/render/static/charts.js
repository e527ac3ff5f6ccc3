// Charts are drawn by the server when they come into sight, and put where a link to each stood.
const draw = async (place) => {
  try {
    const answer = await fetch(place.dataset.chart);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const drawn = page.querySelector(".drawing") ?? page.querySelector("main .aside");
    if (drawn) place.replaceChildren(document.adoptNode(drawn));
  } catch {
    // the link stays
  }
};
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: "200px" });
document.querySelectorAll("[data-chart]").forEach((place) => seen.observe(place));
