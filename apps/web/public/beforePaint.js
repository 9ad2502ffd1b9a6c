// Runs before the first paint, so that neither another theme nor another language flashes. A file
// of its own, since the content security policy allows no inline scripts.
{
  const page = document.documentElement
  const kept = key => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // Without storage the system and the browser decide.
    }
  }
  const theme = kept('parley.theme')
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme

  const wanted = [kept('parley.language') ?? '', ...navigator.languages]
  const known = wanted.map(tag => tag.toLowerCase().split('-')[0])
  const language = known.find(tag => tag === 'en' || tag === 'ar') ?? 'en'
  page.lang = language
  page.dir = language === 'ar' ? 'rtl' : 'ltr'
}
