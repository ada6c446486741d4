// Augeas, the parsers of configuration files behind the `config` collector.
// SPDX-License-Identifier: Apache-2.0
#pragma once
// augeas.h wants libxml2 for one function that nobody here calls. Its headers bring those of ICU,
// which contradict the ones inside Foundation; so its one type is declared in their place.
#define __XML_TREE_H__
typedef struct _xmlNode xmlNode;
#include <augeas.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
// Extended attributes, which the Swift modules of the C libraries leave out.
#include <sys/xattr.h>

// Runs work on a thread of its own with a stack of so many bytes and waits for it; 0 on success.
// In C because the type of a thread differs between the C libraries.
static inline int run_on_stack(size_t size, void *(*_Nonnull work)(void *_Nullable),
                               void *_Nullable argument) {
  pthread_attr_t attributes;
  pthread_t thread;
  int code = pthread_attr_init(&attributes);
  if (code != 0) return code;
  code = pthread_attr_setstacksize(&attributes, size);
  if (code == 0) code = pthread_create(&thread, &attributes, work, argument);
  pthread_attr_destroy(&attributes);
  return code != 0 ? code : pthread_join(thread, NULL);
}
