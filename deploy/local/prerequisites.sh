# What run and test need before they can build; sourced by both, from the repository's root.

fail() {
  echo "$*" >&2
  exit 1
}

need_tools() {
  { command -v dotnet && dotnet --list-sdks | grep '^10\.'; } >/dev/null 2>&1 || fail "The .NET SDK 10 is needed: install it so that 'dotnet --list-sdks' shows a 10."
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20 or later with npm is needed: install it so that 'node' and 'npm' are on the PATH."
  if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    echo "Fetching the npm packages..."
    npm ci --loglevel=error --no-audit --no-fund >/dev/null
    touch node_modules/.package-lock.json
  fi
}

# Starts a compiler of its own that stays for the whole build: starting one for each project takes several times as long.
build() {
  local output compiler code=0
  compiler=platform-$$-$RANDOM
  output=$(dotnet build "$1" --configuration Release --nologo --verbosity quiet --tl:off -m -nodeReuse:false \
    -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" "${@:2}") || code=$?
  pkill -f "pipename:$compiler" || true
  [ "$code" = 0 ] || fail "$output"
}
