#!/usr/bin/env bash
# Builds every fuzzer in this folder and runs each for some seconds.
#
#   Tests/Fuzz/run.sh [SECONDS] [NAME]     e.g. Tests/Fuzz/run.sh 60 FuzzYAML
#
# A crash leaves its input in .build/fuzz/NAME-crash-…; it becomes a regression test.
set -euo pipefail
export SWIFT_BACKTRACE=enable=no
cd "$(dirname "$0")/../.."
seconds=${1:-60}
only=${2:-}
out=.build/fuzz
mkdir -p "$out"

# A fuzzer and the modules that it exercises are compiled as one module, because SwiftPM cannot
# build for libFuzzer. So imports of our own modules are taken out of copies of the sources.
fuzz() {
  local name=$1 flags=$2
  shift 2
  [[ -z $only || $only == "$name" ]] || return 0
  local sources="$out/$name.sources" corpus="$out/$name.corpus"
  rm -rf "$sources" && mkdir -p "$sources" "$corpus"
  local files=() module file
  for module in "$@"; do
    while IFS= read -r file; do
      local copy="$sources/${module}_$(basename "$file")"
      sed -E '/^(package )?import (Diagnostics|YAMLTree|Chronology|CEL)$/d' "$file" >"$copy"
      files+=("$copy")
    done < <(find "Sources/$module" -name '*.swift' | sort)
  done
  cp "Tests/Fuzz/$name.swift" "$sources/"
  echo "== $name: building"
  # shellcheck disable=SC2086
  swiftc -O -swift-version 6 -parse-as-library -sanitize=fuzzer,address -module-name "$name" \
    -package-name plumbline $flags "$sources/$name.swift" "${files[@]}" -o "$out/$name"
  echo "== $name: running for $seconds s"
  [[ ! -d Tests/Fuzz/Seeds/$name ]] || cp -n "Tests/Fuzz/Seeds/$name"/* "$corpus"/
  # Swift marks pointers in their spare bits, where the leak detector does not see them.
  ASAN_OPTIONS=detect_leaks=0 "$out/$name" -detect_leaks=0 -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=1 \
    -artifact_prefix="$out/$name-" "$corpus"
}

fuzz FuzzYAML "-I Sources/CLibYAML -lyaml" Diagnostics YAMLTree

# The C++ shim over RE2 is built once; its module map is what SwiftPM would write.
if [[ -z $only || $only == FuzzCEL ]]; then
  clang++ -std=c++17 -O2 -fsanitize=address -ISources/CRE2/include -c Sources/CRE2/cre2.cc \
    -o "$out/cre2.o"
  mkdir -p "$out/CRE2"
  echo 'module CRE2 { header "'"$PWD"'/Sources/CRE2/include/cre2.h" export * }' \
    >"$out/CRE2/module.modulemap"
fi
fuzz FuzzCEL "-I $out/CRE2 $out/cre2.o -lre2 -lstdc++" Diagnostics Chronology CEL
