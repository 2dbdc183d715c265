/** Which hosts a rack has, and their addresses. */
@NullMarked
package io.urania.lab.layout;

import org.jspecify.annotations.NullMarked;
