@NullMarked
package io.urania.lab.container;

import org.jspecify.annotations.NullMarked;
