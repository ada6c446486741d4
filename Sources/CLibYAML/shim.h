// libyaml, the event parser behind `YAMLTree`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <yaml.h>
