@NullMarked
package io.urania.inventory;

import org.jspecify.annotations.NullMarked;
