/** Commands that look at a cluster or change it. */
@NullMarked
package io.urania.cli.command.cluster;

