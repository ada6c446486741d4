// RE2 is a C++ library: this module only makes the package manager look it up and link it.
// The C interface that Swift sees is `CRE2`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
