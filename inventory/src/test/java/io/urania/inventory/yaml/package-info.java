@NullMarked
package io.urania.inventory.yaml;

import org.jspecify.annotations.NullMarked;
