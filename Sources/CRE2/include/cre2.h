// A C interface to RE2, the regular expressions that CEL specifies: linear time on any input.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLUMBLINE_CRE2_H
#define PLUMBLINE_CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

/// A half-open range of bytes; `start` is -1 for a group that took no part in the match.
typedef struct {
  int64_t start;
  int64_t end;
} cre2_range;

/// Compiles a UTF-8 pattern. Never null: ask `cre2_error` whether it is valid.
cre2_pattern *_Nonnull cre2_compile(const char *_Nonnull pattern, size_t length, int64_t max_memory);

void cre2_free(cre2_pattern *_Nonnull pattern);

/// The reason why the pattern is invalid, or null when it is valid. Owned by the pattern.
const char *_Nullable cre2_error(const cre2_pattern *_Nonnull pattern);

/// The number of capturing groups, not counting the whole match; -1 for an invalid pattern.
int cre2_group_count(const cre2_pattern *_Nonnull pattern);

/// Whether the pattern matches anywhere in the text.
bool cre2_matches(const cre2_pattern *_Nonnull pattern, const char *_Nonnull text, size_t length);

/// The first match at or after `from`: fills `count` ranges, the whole match first.
bool cre2_find(const cre2_pattern *_Nonnull pattern, const char *_Nonnull text, size_t length,
               size_t from, cre2_range *_Nonnull ranges, int count);

#ifdef __cplusplus
}
#endif

#endif
