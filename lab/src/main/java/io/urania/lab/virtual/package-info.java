/** Hosts that are virtual machines: QEMU with Debian's own kernel, on a disk of their own. */
@NullMarked
package io.urania.lab.virtual;

import org.jspecify.annotations.NullMarked;
