/** Building programs from Go modules with pinned checksums. */
@NullMarked
package io.urania.artifacts.build;

import org.jspecify.annotations.NullMarked;
