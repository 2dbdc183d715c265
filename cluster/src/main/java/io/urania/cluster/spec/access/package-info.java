/** Who gets in to hosts, and where hosts are found. */
@NullMarked
package io.urania.cluster.spec.access;

import org.jspecify.annotations.NullMarked;
