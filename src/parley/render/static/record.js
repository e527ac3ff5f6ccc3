// Says so when the record has changed since the page was made; asked when one comes back to the page.
const made = document.querySelector('meta[name="parley-state"]')?.content;

const look = async () => {
  if (document.hidden || document.getElementById("changed")) return;
  const answer = await fetch("/state.json").catch(() => null);
  if (!answer?.ok || (await answer.json()).state === made) return;
  const told = document.createElement("p");
  told.id = "changed";
  told.className = "notice";
  told.setAttribute("role", "status");
  const again = Object.assign(document.createElement("a"), { href: location.href, textContent: "Load it again" });
  told.append("The record has changed since this page was made. ", again);
  document.getElementById("main").prepend(told);
};

export const watchRecord = () => {
  if (made) document.addEventListener("visibilitychange", look);
};
