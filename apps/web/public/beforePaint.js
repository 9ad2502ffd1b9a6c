// Runs before the first paint and before the app has come. A file of its own, since the content
// security policy allows no inline scripts.

// So that neither another theme nor another language flashes.
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

// Whom the address asks for, `/?as=NAME`, has to be let in before anything else can be asked.
// `src/account/earlySession.ts` takes it from here.
{
  const as = new URLSearchParams(location.search).get('as')
  if (as !== null) {
    const answer = fetch('/auth/demo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as }),
    })
    answer.catch(() => {}) // Then the app asks for itself.
    window.earlySession = { as, answer }
  }
}
