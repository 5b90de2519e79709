// Draws the figures of a table that is on the page: the table stands for itself, and stays. Lines and bars differ in dash and pattern, not in colour alone, and
// carry their names. Expects Chart.js beside it.
const colours = ['#0b4f5c', '#b8530b', '#54319f', '#4c6272']
const dashes = [[], [8, 4], [2, 3], [12, 3, 2, 3]]
const still = matchMedia('(prefers-reduced-motion: reduce)').matches
const text = getComputedStyle(document.querySelector('.govuk-body'))

Chart.defaults.font.family = text.fontFamily
Chart.defaults.font.size = 14
Chart.defaults.color = '#0b0c0c'

// Stripes in another direction for each series of bars.
const striped = (colour, index) => {
  if (index === 0) return colour
  const tile = Object.assign(document.createElement('canvas'), { width: 8, height: 8 })
  const pen = tile.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 8, 8)
  pen.strokeStyle = colour
  pen.lineWidth = 3
  pen.beginPath()
  if (index === 1) pen.moveTo(0, 8), pen.lineTo(8, 0)
  else if (index === 2) pen.moveTo(0, 4), pen.lineTo(8, 4)
  else pen.moveTo(4, 0), pen.lineTo(4, 8)
  pen.stroke()
  return pen.createPattern(tile, 'repeat')
}

const written = (value, unit) => unit === '£' ? '£' + value.toLocaleString('en-GB') : value.toLocaleString('en-GB') + unit

for (const figure of document.querySelectorAll('[data-chart]')) {
  const { chart, table, columns, unit } = figure.dataset
  const source = document.getElementById(table)
  const heads = [...source.tHead.rows[0].cells].map(cell => cell.textContent.trim())
  const rows = [...source.tBodies[0].rows]
  const isLine = chart === 'line'
  figure.hidden = false
  new Chart(figure.querySelector('canvas'), {
    type: chart,
    data: {
      labels: rows.map(row => row.cells[0].textContent.trim().replace(/: .*/, '')),
      datasets: columns.split(',').map((column, index) => ({
        label: heads[column],
        data: rows.map(row => row.cells[column].dataset.value === '' || row.cells[column].dataset.value === undefined ? null : Number(row.cells[column].dataset.value)),
        borderColor: colours[index],
        backgroundColor: isLine ? colours[index] : striped(colours[index], index),
        borderDash: dashes[index],
        borderWidth: 2,
        pointRadius: 4,
        spanGaps: true,
      })),
    },
    options: {
      animation: still ? false : { duration: 300 },
      maintainAspectRatio: false,
      scales: { y: { beginAtZero: true, suggestedMax: unit === '%' ? 100 : undefined, ticks: { callback: value => written(value, unit) } }, x: { grid: { display: false } } },
      plugins: {
        legend: { display: columns.includes(','), position: 'bottom' },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${written(item.parsed.y, unit)}` } },
      },
    },
  })
}
