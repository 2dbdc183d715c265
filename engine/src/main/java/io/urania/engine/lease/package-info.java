/** Who may change a host: a lease on the host itself, which a dead holder loses by itself. */
@NullMarked
package io.urania.engine.lease;

import org.jspecify.annotations.NullMarked;
