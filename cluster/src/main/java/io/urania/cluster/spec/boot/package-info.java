/** What hosts are told when they start. */
@NullMarked
package io.urania.cluster.spec.boot;

import org.jspecify.annotations.NullMarked;
