// The day by which reports were published: a slider in place of the list, which shows the board as of each day.
const swap = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("board").replaceWith(page.getElementById("board"));
  history.replaceState(null, "", address);
  return true;
};

export const startDays = (form) => {
  if (!form) return;
  const list = form.querySelector("select");
  const last = list.options.length - 1;
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: last, value: list.selectedIndex, id: "day" });
  const told = document.createElement("output");
  const tell = () => {
    const words = list.options[slider.value].textContent;
    told.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  };
  let asked = 0;
  slider.addEventListener("input", tell);
  slider.addEventListener("change", async () => {
    list.selectedIndex = slider.value;
    const mine = ++asked;
    const address = new URL(form.action);
    if (list.value) address.searchParams.set("published-by", list.value);
    if (mine === asked && !(await swap(address))) location.assign(address);
  });
  form.querySelector("label").htmlFor = "day";
  list.hidden = true;
  form.querySelector("button").hidden = true;
  list.before(slider, told);
  tell();
};
