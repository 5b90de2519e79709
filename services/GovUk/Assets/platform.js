// The only script of most pages: says that scripts run, then starts the GOV.UK components that are on the page.
import { initAll } from './govuk-frontend.min.js'
import './passkeys.js'
import './session.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// A table that is wider than the window must be within reach of the keyboard; one that fits needs no stop of its own.
const scrolls = new ResizeObserver(boxes => {
  for (const { target } of boxes) {
    const wide = target.scrollWidth > target.clientWidth
    const name = target.querySelector('caption')?.textContent.trim() ?? 'Table'
    for (const [attribute, value] of [['tabindex', '0'], ['role', 'group'], ['aria-label', `${name}, scrolls sideways`]]) {
      if (wide) target.setAttribute(attribute, value)
      else target.removeAttribute(attribute)
    }
  }
})
for (const box of document.querySelectorAll('.platform-table-scroll')) scrolls.observe(box)
