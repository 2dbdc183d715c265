/** What filters, tests, methods and lookups are, and what they are called with; each kind has a package of its own below. */
@NullMarked
package io.urania.inventory.library;

import org.jspecify.annotations.NullMarked;
