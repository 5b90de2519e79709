// Called by GovUk.csproj: node build.mjs <repository> <output>. Brings npm's packages if they are missing, then compiles and copies.
import { execSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [repository, output] = process.argv.slice(2).map(path => resolve(path))
const own = dirname(fileURLToPath(import.meta.url))
const packages = join(repository, 'node_modules')
const installed = () => ['sass', 'govuk-frontend', '@ministryofjustice/frontend', 'chart.js'].every(name => existsSync(join(packages, name, 'package.json')))

// Two builds may come here at once: making a directory succeeds for one of them only. A lock older than ten minutes was left by a build that died.
const lock = join(repository, '.npm-install-lock')
while (!installed()) {
  try {
    mkdirSync(lock)
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 600_000) rmSync(lock, { recursive: true })
    await new Promise(done => setTimeout(done, 500))
    continue
  }
  try {
    if (!installed()) execSync('npm ci --no-audit --no-fund', { cwd: repository, stdio: 'inherit' })
  } finally {
    rmSync(lock, { recursive: true })
  }
}

const { css } = createRequire(join(repository, 'package.json'))('sass').compile(join(own, 'platform.scss'), { loadPaths: [packages, repository], quietDeps: true, style: 'compressed' })

// Written aside and renamed, so that a build beside this one never reads half a file.
mkdirSync(output, { recursive: true })
const place = (name, write) => {
  const aside = join(output, `${name}.${process.pid}`)
  write(aside)
  utimesSync(aside, new Date(), new Date())
  renameSync(aside, join(output, name))
}
place('platform.css', path => writeFileSync(path, css))
for (const name of ['platform.js', 'session.js', 'passkeys.js', 'sums.js', 'charts.js', 'areas.js', 'favicon.svg']) place(name, path => copyFileSync(join(own, name), path))
place('govuk-frontend.min.js', path => copyFileSync(join(packages, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), path))
// Without its last line, which names a source map that is not shipped.
place('chart.umd.min.js', path => writeFileSync(path, readFileSync(join(packages, 'chart.js/dist/chart.umd.min.js'), 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, '')))
for (const name of ['tag-remove-cross', 'tag-remove-cross-white', 'close-cross-black', 'toggle-plus-minus', 'document'])
  place(`icon-${name}.svg`, path => copyFileSync(join(packages, `@ministryofjustice/frontend/moj/assets/images/icon-${name}.svg`), path))

// The boundaries of each district's areas, of both censuses.
const table = readFileSync(join(repository, 'contracts/areas/lsoa.csv'), 'utf8')
const censuses = new Map([...table.matchAll(/^(E01\d{6}),[^,]*,([\d ]+),/gm)].map(([, code, years]) => [code, years.split(' ')]))
const districts = new Map()
for (const file of ['lsoa21.geojson', 'lsoa11-changed.geojson'])
  for (const { properties: { code, name, district }, geometry } of JSON.parse(readFileSync(join(own, 'boundaries', file), 'utf8')).features) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    districts.set(district, [...(districts.get(district) ?? []), { name, censuses: censuses.get(code) ?? ['2021'], rings }])
  }
for (const [district, areas] of districts) place(`areas-${district}.json`, path => writeFileSync(path, JSON.stringify(areas)))
