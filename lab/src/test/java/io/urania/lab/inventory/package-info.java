@NullMarked
package io.urania.lab.inventory;

import org.jspecify.annotations.NullMarked;
