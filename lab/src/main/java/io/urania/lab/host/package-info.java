/** One host of a rack: its files, its boot, its end. */
@NullMarked
package io.urania.lab.host;

import org.jspecify.annotations.NullMarked;
