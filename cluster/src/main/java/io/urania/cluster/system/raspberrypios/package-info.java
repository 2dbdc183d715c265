/** Raspberry Pi OS. */
@NullMarked
package io.urania.cluster.system.raspberrypios;

import org.jspecify.annotations.NullMarked;
