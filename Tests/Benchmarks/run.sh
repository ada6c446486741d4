#!/usr/bin/env bash
# Builds every benchmark in release mode and runs them one after the other.
#
#   Tests/Benchmarks/run.sh [NAME]     e.g. Tests/Benchmarks/run.sh CELBenchmark
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ $# -gt 0 ]] || set -- CELBenchmark YAMLBenchmark
for name in "$@"; do
  ${SWIFT:-swift} build -c release --product "$name"
  echo "== $name"
  "$(${SWIFT:-swift} build -c release --show-bin-path)/$name"
done
