@NullMarked
package io.urania.cli;

import org.jspecify.annotations.NullMarked;
