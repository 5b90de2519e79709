// Adds up amounts while they are typed. The server adds them up again whenever they are saved: pages work without this.
// What the server would ask about, such as a comma that is not before three digits, counts as nothing yet.
const read = text => {
  const typed = text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').trim().replace(/^£\s?/, '')
  if (!/^(\d{1,3}(,\d{3})+|\d{1,3}(\s\d{3})+|\d+|(?=\.\d))(\.\d{0,2})?$/.test(typed)) return 0
  return Math.round(Number(typed.replace(/[,\s]/g, '')) * 100)
}

const money = pence => (pence < 0 ? '-' : '') + '£' + (Math.abs(pence) / 100).toLocaleString('en-GB', pence % 100 === 0 ? {} : { minimumFractionDigits: 2 })

const boxes = [...document.querySelectorAll('[data-amount]')]
const outputs = [...document.querySelectorAll('output[data-sum]')]

// As the server says it: rounded, but never up to what is expected.
const percent = (total, of, expected) => {
  const rounded = Math.round(total * 100 / of)
  if (total * 100 >= of * expected || rounded < expected) return rounded
  return Math.min(Math.round(total * 1000 / of), expected * 10 - 1) / 10
}

const ratio = (total, of, expected) => {
  const words = `${money(total)} of match for ${money(of)} asked` + (of > 0 ? `: ${percent(total, of, expected)}%` : '')
  if (of === 0 || expected === 0) return words
  return words + (total * 100 >= of * expected ? `. This reaches the ${expected}% that the round expects` : `. The round expects ${expected}%`)
}

// An output counts the boxes that have its word, or all of them; data-plus is what is saved elsewhere, data-from what they are taken off, data-of what a ratio is of: all in pence.
const show = () => {
  for (const output of outputs) {
    const { sum, plus, from, of, expected } = output.dataset
    const counted = boxes.filter(box => sum === '' || box.dataset.amount.split(' ').includes(sum))
    const total = counted.reduce((pence, box) => pence + read(box.value), Number(plus ?? 0))
    output.textContent = from !== undefined ? money(Number(from) - total) : of === undefined ? money(total) : ratio(total, Number(of), Number(expected ?? 0))
  }
}

for (const box of boxes) box.addEventListener('input', show)
show()
