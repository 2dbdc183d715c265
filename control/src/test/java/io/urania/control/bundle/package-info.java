@NullMarked
package io.urania.control.bundle;

import org.jspecify.annotations.NullMarked;
