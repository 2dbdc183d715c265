/** What can be done to a cluster as a whole; a package for each procedure, made of the phases' own tasks and leftovers. */
@NullMarked
package io.urania.cluster.procedure;

import org.jspecify.annotations.NullMarked;
