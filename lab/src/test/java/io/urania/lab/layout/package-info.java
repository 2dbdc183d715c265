@NullMarked
package io.urania.lab.layout;

import org.jspecify.annotations.NullMarked;
