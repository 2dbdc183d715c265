@NullMarked
package io.urania.lab.base;

import org.jspecify.annotations.NullMarked;
