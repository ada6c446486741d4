#!/bin/sh
# Writes the sample assessment again: hosts/ → bundles/ → Reports/Samples.
# usage: Tests/EndToEndTests/make-samples.sh PLUMBLINE [OUTPUT-FOLDER [BUNDLE-FOLDER]]
#
# Without root only the reports are written, from the bundles that are there: collecting records
# owners and modes of files, which only root can set as the sample has them.
set -eu

plumbline=$(realpath "$1")
tests=$(cd "$(dirname "$0")" && pwd)
shop=$tests/Fixtures/sample-shop
output=${2:-$tests/../../Reports/Samples/sample-shop}
bundles=${3:-$shop/bundles}
time=2026-11-23T09:00:00+08:00

if [ "$(id -u)" -eq 0 ]; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  cp -R "$shop/hosts" "$scratch/hosts"
  chown -hR 0:0 "$scratch/hosts"
  find "$scratch/hosts" -type d -exec chmod 755 {} +
  find "$scratch/hosts" -type f -exec chmod 644 {} +
  for host in web-1 db-1; do
    chmod 640 "$scratch/hosts/$host/etc/shadow"
    find "$scratch/hosts/$host" -exec touch -h -d 2026-11-20T00:00:00Z {} +
    "$plumbline" collect "$shop" --asset "$host" --root "$scratch/hosts/$host" \
      --as-of "$time" --quiet --output "$bundles/$host.json"
  done
fi

cd "$shop"
"$plumbline" assess . --as-of "$time" --quiet --output "$output" >/dev/null || [ $? -eq 1 ]
