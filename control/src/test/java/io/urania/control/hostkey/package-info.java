@NullMarked
package io.urania.control.hostkey;

import org.jspecify.annotations.NullMarked;
