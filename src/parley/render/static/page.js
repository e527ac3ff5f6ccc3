// Keys of every page: "/" goes to the search. Keys are left alone inside fields, and with Ctrl, Alt or Meta.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  event.preventDefault();
  document.getElementById("find")?.focus();
});
