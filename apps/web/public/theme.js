// Runs before the first paint, so that a chosen theme does not flash. A file of its own, since
// the content security policy allows no inline scripts.
try {
  const theme = localStorage.getItem('parley.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system decides.
}
