@NullMarked
package io.urania.lab.virtual;

import org.jspecify.annotations.NullMarked;
