// Passkeys (WebAuthn): asks the gateway what to ask the browser for, and sends the answer with the form. Without it, other ways remain.
const abilities = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON

async function prove(form) {
  const isNew = 'passkeyNew' in form.dataset
  const answer = await fetch(form.dataset.passkey, { method: 'POST', headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const options = await answer.json()
  const credential = isNew
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  form.elements.Credential.value = JSON.stringify(credential.toJSON())
  form.submit()
}

for (const form of abilities ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    form.querySelector('.govuk-error-message')?.remove()
    prove(form).catch(() => {
      const words = document.createElement('p')
      words.className = 'govuk-error-message'
      words.setAttribute('role', 'alert')
      words.textContent = 'No passkey was used. Try again, or use another way.'
      form.prepend(words)
    })
  })
}
