@NullMarked
package io.urania.control.port;

import org.jspecify.annotations.NullMarked;
