// SPDX-License-Identifier: Apache-2.0
#include "cre2.h"

#include <re2/re2.h>

#include <vector>

struct cre2_pattern {
  re2::RE2 re;
  cre2_pattern(const char *pattern, size_t length, const re2::RE2::Options &options)
      : re(re2::StringPiece(pattern, length), options) {}
};

cre2_pattern *cre2_compile(const char *pattern, size_t length, int64_t max_memory) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(max_memory);
  return new cre2_pattern(pattern, length, options);
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }

const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->re.ok() ? nullptr : pattern->re.error().c_str();
}

int cre2_group_count(const cre2_pattern *pattern) {
  return pattern->re.ok() ? pattern->re.NumberOfCapturingGroups() : -1;
}

bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
  return pattern->re.Match(re2::StringPiece(text, length), 0, length, re2::RE2::UNANCHORED,
                           nullptr, 0);
}

bool cre2_find(const cre2_pattern *pattern, const char *text, size_t length, size_t from,
               cre2_range *ranges, int count) {
  std::vector<re2::StringPiece> groups(count);
  if (!pattern->re.Match(re2::StringPiece(text, length), from, length, re2::RE2::UNANCHORED,
                         groups.data(), count)) {
    return false;
  }
  for (int i = 0; i < count; i++) {
    if (groups[i].data() == nullptr) {
      ranges[i] = {-1, -1};
    } else {
      int64_t start = groups[i].data() - text;
      ranges[i] = {start, start + static_cast<int64_t>(groups[i].size())};
    }
  }
  return true;
}
