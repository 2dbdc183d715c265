/** pacman, which keeps the packages of Arch Linux and what is made from it. */
@NullMarked
package io.urania.engine.system.pacman;

import org.jspecify.annotations.NullMarked;
