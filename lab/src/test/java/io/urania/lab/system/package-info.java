@NullMarked
package io.urania.lab.system;

import org.jspecify.annotations.NullMarked;
