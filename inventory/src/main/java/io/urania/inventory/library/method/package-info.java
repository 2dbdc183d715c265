/** Methods of values, and functions that a template may call. */
@NullMarked
package io.urania.inventory.library.method;

import org.jspecify.annotations.NullMarked;
