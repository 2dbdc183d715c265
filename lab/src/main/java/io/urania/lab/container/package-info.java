/** Hosts that are containers: booted by systemd-nspawn over the base tree, on this machine's kernel. */
@NullMarked
package io.urania.lab.container;

import org.jspecify.annotations.NullMarked;
