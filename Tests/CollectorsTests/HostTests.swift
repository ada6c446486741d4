// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Testing

struct HostTests {}
