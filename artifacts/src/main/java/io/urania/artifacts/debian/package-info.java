/** Programs and libraries out of Debian packages, for any architecture, without installing them. */
@NullMarked
package io.urania.artifacts.debian;

import org.jspecify.annotations.NullMarked;
