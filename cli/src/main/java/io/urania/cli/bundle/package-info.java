/** Bundles for the commands: named, cached, or made now. */
@NullMarked
package io.urania.cli.bundle;

import org.jspecify.annotations.NullMarked;
