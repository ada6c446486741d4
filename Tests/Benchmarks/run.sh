#!/usr/bin/env bash
# Builds every benchmark in release mode and runs them one after the other.
#
#   Tests/Benchmarks/run.sh [NAME]     e.g. Tests/Benchmarks/run.sh CELBenchmark
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ $# -gt 0 ]] || set -- CELBenchmark YAMLBenchmark LibraryBenchmark
swift=${SWIFT:-swift}
for name in "$@"; do
  if [[ $name == CELBenchmark ]]; then
    # The same rules without cost counting, to show what counting costs.
    uncounted=(-c release --product CELBenchmark --scratch-path .build/uncounted)
    PLUMBLINE_UNCOUNTED=1 $swift build "${uncounted[@]}"
    CEL_UNCOUNTED=$(PLUMBLINE_UNCOUNTED=1 $swift build "${uncounted[@]}" --show-bin-path)/$name
    export CEL_UNCOUNTED
  fi
  $swift build -c release --product "$name"
  echo "== $name"
  "$($swift build -c release --show-bin-path)/$name"
done
