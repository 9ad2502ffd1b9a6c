/** Whether the styles of a page and of what it embeds touch each other, to the last property. */
import type { Page } from 'playwright-core'

/**
 * Compares every computed style of every element before and after, within one moment of the page.
 *
 * @param of the conversation's elements, or all others
 * @param change rules that the page has from now on, or `without` those of Parley
 * @returns what differs, in words
 */
export async function differences(
  page: Page,
  of: 'ours' | 'theirs',
  change: { add: string } | 'without',
): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' }) // what fades shows its end too late
  return page.evaluate(inThePage, { of, add: change === 'without' ? undefined : change.add })
}

function inThePage({ of, add }: { of: 'ours' | 'theirs'; add: string | undefined }): string[] {
  function look() {
    return [...document.body.querySelectorAll('*')]
      .filter(element => (element.closest('.parley') !== null) === (of === 'ours'))
      .flatMap(element => propertiesOf(element, '').concat(propertiesOf(element, '::before')))
  }

  function propertiesOf(element: Element, pseudo: string) {
    const style = getComputedStyle(element, pseudo)
    const called = `${element.localName}.${element.getAttribute('class')}${pseudo}`
    return [...style]
      .filter(name => !name.startsWith('--'))
      .map(name => ({ name: `${called} ${name}`, value: style.getPropertyValue(name) }))
  }

  function addRules(css: string) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }

  function takeOursAway() {
    for (const sheet of document.styleSheets)
      for (const rule of [...sheet.cssRules])
        if (/\.parley|--tw-/.test(rule.cssText)) sheet.deleteRule([...sheet.cssRules].indexOf(rule))
  }

  const before = look()
  if (add === undefined) takeOursAway()
  else addRules(add)
  return look().flatMap(({ name, value }, index) => {
    const was = before[index]?.value
    return was === value ? [] : [`${name}: ${was} became ${value}`]
  })
}
