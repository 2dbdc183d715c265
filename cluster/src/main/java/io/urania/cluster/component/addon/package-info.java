/** The add-ons that there are: one list, and a package for each. */
@NullMarked
package io.urania.cluster.component.addon;

import org.jspecify.annotations.NullMarked;
