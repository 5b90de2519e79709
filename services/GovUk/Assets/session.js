// Warns five minutes before the session runs out, and lets the reader stay signed in without leaving the page: nothing typed is lost.
const warning = 5 * 60
const meta = document.querySelector('meta[name="platform-session"]')

const make = (tag, className, text, more = {}) => Object.assign(document.createElement(tag), { className, textContent: text, ...more })

function watch(seconds) {
  const title = make('h2', 'govuk-heading-m', '', { id: 'platform-timeout-title' })
  const words = make('p', 'govuk-body', '', { id: 'platform-timeout-words' })
  words.setAttribute('aria-live', 'polite')
  const button = make('button', 'govuk-button', '', { type: 'button' })
  const dialog = make('dialog', 'platform-timeout', '')
  dialog.setAttribute('aria-labelledby', title.id)
  dialog.setAttribute('aria-describedby', words.id)
  dialog.append(title, words, button)
  document.body.append(dialog)

  let ends, over, closed, asking = false
  const left = () => Math.round((ends - Date.now()) / 1000)
  const say = (heading, text, does) => {
    if (title.textContent !== heading) title.textContent = heading
    if (words.textContent !== text) words.textContent = text
    if (button.textContent !== does) button.textContent = does
  }
  const begin = seconds => {
    ends = Date.now() + seconds * 1000
    closed = over = false
  }
  // 401 is the end. Without an answer the session may go on: the next look asks again.
  const ask = async (address, method) => {
    asking = true
    try {
      const answer = await fetch(address, { method, headers: { Accept: 'application/json' } })
      if (answer.ok) begin((await answer.json()).seconds)
      else if (answer.status === 401) ends = Date.now()
      return answer.ok
    } catch {
      return false
    } finally {
      asking = false
    }
  }

  async function look() {
    if (asking || over || left() > warning) return
    // Another window may have used the session meanwhile.
    if (!dialog.open && !closed && await ask('/account/time-left', 'GET') && left() > warning) return
    if (left() <= 0) {
      if (await ask('/account/time-left', 'GET') && left() > 0) return dialog.close()
      over = true
      say('You have been signed out', 'What you typed is still on this page. When you send it you are asked to sign in, and it is kept.', 'Continue')
    } else if (!closed) {
      const minutes = Math.ceil(left() / 60)
      const time = minutes > 1 ? `${minutes} minutes` : 'less than a minute'
      say('You are about to be signed out', `For your security you will be signed out in ${time}. What you have typed is kept.`, 'Stay signed in')
    } else return
    if (!dialog.open) dialog.showModal()
  }

  async function stay() {
    if (over || closed || left() <= 0) return dialog.close()
    if (!await ask('/account/extend', 'POST')) return
    if (left() > warning) return dialog.close()
    // Used for as long as a session may last: it ends all the same.
    closed = true
    say(title.textContent, 'You have been signed in for as long as is allowed, and will have to sign in again. What you have typed is kept.', 'Continue')
  }

  button.addEventListener('click', stay)
  dialog.addEventListener('cancel', event => {
    event.preventDefault()
    stay()
  })
  begin(seconds)
  setInterval(look, 1000)
}

if (meta) watch(Number(meta.content))
