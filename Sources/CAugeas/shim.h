// Augeas, the parsers of configuration files behind the `config` collector.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <augeas.h>
// Extended attributes, which the Swift modules of the C libraries leave out.
#include <sys/xattr.h>
