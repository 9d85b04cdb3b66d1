// Before the first paint, so that the page does not flash in the other colours.
(() => {
  const chosen = localStorage.getItem('image-studio.theme');
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
