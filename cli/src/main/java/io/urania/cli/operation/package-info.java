/** What the commands need of a cluster, and the way from an inventory to it. */
@NullMarked
package io.urania.cli.operation;

import org.jspecify.annotations.NullMarked;
