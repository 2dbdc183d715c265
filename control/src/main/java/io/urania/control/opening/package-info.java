/** From an inventory to a cluster on its hosts: what reads, asks, connects and prepares on the way, and what the stages are there. */
@NullMarked
package io.urania.control.opening;

import org.jspecify.annotations.NullMarked;
