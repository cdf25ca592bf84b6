#!/usr/bin/env bash
# Makes a Debian or Ubuntu machine ready for the course: packages, a restored and built tree, the C# kernel installed.
# The workshop image and CI run this same script. Afterwards everything works with the network off.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(python3 python3-numpy python3-scipy python3-pandas python3-pil jupyter-notebook jupyter-nbconvert "$@")
command -v npm >/dev/null || packages+=(nodejs npm)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# plotly.js, which the book draws its charts with; without it they are still pictures.
npm ci --prefix lib/Notebooks/web --no-audit --no-fund --loglevel=error
dotnet restore Course.sln
dotnet build Course.sln -c Release --no-restore -m:2 -v quiet
dotnet run -c Release --no-build --project lib/Cli -- setup
