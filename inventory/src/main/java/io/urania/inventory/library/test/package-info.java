/** What may stand after {@code is}. */
@NullMarked
package io.urania.inventory.library.test;

import org.jspecify.annotations.NullMarked;
