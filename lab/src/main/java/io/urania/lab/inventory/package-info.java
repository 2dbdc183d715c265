/** The files a rack starts from: the article's inventory, and the second one that adds what a virtual rack needs. */
@NullMarked
package io.urania.lab.inventory;

import org.jspecify.annotations.NullMarked;
