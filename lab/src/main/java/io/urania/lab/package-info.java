/** The virtual rack: real hosts on one Linux machine. */
@NullMarked
package io.urania.lab;

import org.jspecify.annotations.NullMarked;
