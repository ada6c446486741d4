// Augeas, the parsers of configuration files behind the `config` collector.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <augeas.h>
