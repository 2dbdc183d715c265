/** Packages of the operating system as resources, what a host's package manager is at, and the list of those that there are. */
@NullMarked
package io.urania.engine.resource.packages;

import org.jspecify.annotations.NullMarked;
