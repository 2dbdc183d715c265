/** What a cluster is: the specification, the preflight rules and the phases. */
@NullMarked
package io.urania.cluster;

import org.jspecify.annotations.NullMarked;
