/** What can be done with a cluster: plan, apply, verify, status, reset. */
@NullMarked
package io.urania.cluster.operation;

import org.jspecify.annotations.NullMarked;
