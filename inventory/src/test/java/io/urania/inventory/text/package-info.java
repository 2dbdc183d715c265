@NullMarked
package io.urania.inventory.text;

import org.jspecify.annotations.NullMarked;
