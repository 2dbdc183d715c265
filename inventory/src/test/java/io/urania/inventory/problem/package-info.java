@NullMarked
package io.urania.inventory.problem;

import org.jspecify.annotations.NullMarked;
