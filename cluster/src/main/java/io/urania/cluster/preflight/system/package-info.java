/** What the operating system of a host must be and have: its kind, memory, kernel and kernel settings. */
@NullMarked
package io.urania.cluster.preflight.system;

import org.jspecify.annotations.NullMarked;
