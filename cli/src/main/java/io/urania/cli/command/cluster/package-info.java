/** Commands that look at a cluster or change it. */
@NullMarked
package io.urania.cli.command.cluster;

import org.jspecify.annotations.NullMarked;
