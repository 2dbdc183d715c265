/** Where artifacts come from: a mirror, upstream, or Go modules and Debian packages. */
@NullMarked
package io.urania.artifacts.source;

import org.jspecify.annotations.NullMarked;
