/** What the parts of a cluster leave on hosts, as data, and the shell that takes it away: every reset is made from it. */
@NullMarked
package io.urania.cluster.leftover;

import org.jspecify.annotations.NullMarked;
