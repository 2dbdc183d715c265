/** Files and directories on this machine: sums, locks, whole trees. */
@NullMarked
package io.urania.artifacts.files;

import org.jspecify.annotations.NullMarked;
