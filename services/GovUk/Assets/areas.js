// A map of areas beside the box in which they are written: pressing an area writes it there or takes it out. The page works without this:
// whatever is on the map can be found by its ward or place.
for (const map of document.querySelectorAll('[data-areas]')) {
  const box = document.getElementById(map.dataset.for)
  const census = () => document.querySelector(`[name="${map.dataset.census}"]:checked`)?.value === '2011' ? '2011' : '2021'
  const files = map.dataset.areas.split(' ')
  const areas = (await Promise.all(files.map(async file => (await fetch(file)).json()))).flat()
  if (areas.length === 0) continue

  const lines = () => box.value.split('\n')
  const isWritten = name => lines().some(line => line.trim().toLowerCase() === name.toLowerCase())
  const toggle = name => {
    const others = lines().filter(line => line.trim() !== '' && line.trim().toLowerCase() !== name.toLowerCase())
    box.value = (isWritten(name) ? others : [...others, name]).join('\n')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const all = areas.flatMap(area => area.rings.flat())
  const [west, east] = [Math.min(...all.map(p => p[0])), Math.max(...all.map(p => p[0]))]
  const [south, north] = [Math.min(...all.map(p => p[1])), Math.max(...all.map(p => p[1]))]
  // A degree of longitude is shorter than one of latitude.
  const narrow = Math.cos((south + north) / 2 * Math.PI / 180)
  const scale = 1000 / ((east - west) * narrow)
  const x = longitude => ((longitude - west) * narrow * scale).toFixed(1)
  const y = latitude => ((north - latitude) * scale).toFixed(1)

  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `0 0 1000 ${Math.ceil((north - south) * scale)}`)
  svg.setAttribute('aria-hidden', 'true')
  const words = document.createElement('p')
  words.className = 'govuk-body-s'
  const drawn = areas.map(area => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', area.rings.map(ring => 'M' + ring.map(([long, lat]) => `${x(long)},${y(lat)}`).join('L') + 'Z').join(''))
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
    title.textContent = area.name
    path.append(title)
    path.addEventListener('click', () => {
      toggle(area.name)
      words.textContent = `${area.name} has been ${isWritten(area.name) ? 'added' : 'taken out'}`
    })
    svg.append(path)
    return { area, path }
  })
  const show = () => {
    for (const { area, path } of drawn) {
      path.style.display = area.censuses.includes(census()) ? '' : 'none'
      path.classList.toggle('platform-map__area--chosen', isWritten(area.name))
    }
  }
  box.addEventListener('input', show)
  document.addEventListener('change', show)
  show()
  map.append(svg, words)
  map.hidden = false
}
