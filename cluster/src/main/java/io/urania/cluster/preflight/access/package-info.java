/** Rules about the ways in to hosts: Urania never closes the one that it comes by. */
@NullMarked
package io.urania.cluster.preflight.access;

import org.jspecify.annotations.NullMarked;
