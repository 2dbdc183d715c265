@NullMarked
package io.urania.lab.card;

import org.jspecify.annotations.NullMarked;
