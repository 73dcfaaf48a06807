// What the theme leaves out for those who use no mouse: names of the two sidebars, and examples and
// tables that keys can scroll.
document.addEventListener("DOMContentLoaded", () => {
  const vietnamese = document.documentElement.lang === "vi";
  const names = {
    ".sidebar-drawer": vietnamese ? "Các trang" : "Pages",
    ".toc-drawer": vietnamese ? "Trên trang này" : "On this page",
  };
  for (const [place, name] of Object.entries(names)) {
    document.querySelector(place)?.setAttribute("aria-label", name);
  }
  for (const part of document.querySelectorAll("article pre, .table-wrapper")) {
    part.tabIndex = 0;
  }
});
