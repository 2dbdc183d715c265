/** Packages of the operating system. */
@NullMarked
package io.urania.engine.resource.packages;

import org.jspecify.annotations.NullMarked;
