/** The files of an inventory as text: bounded, decoded, and opened where they are encrypted. */
@NullMarked
package io.urania.inventory.text;

import org.jspecify.annotations.NullMarked;
