@NullMarked
package io.urania.lab.machine;

import org.jspecify.annotations.NullMarked;
