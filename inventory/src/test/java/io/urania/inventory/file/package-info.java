@NullMarked
package io.urania.inventory.file;

import org.jspecify.annotations.NullMarked;
