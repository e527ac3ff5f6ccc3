// Before anything is shown: with scripts on one page is shown at a time.
document.documentElement.classList.add("js");
