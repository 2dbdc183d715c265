/** What a freshly written card has: the files of one host, below any root directory, and what differs on a rack. */
@NullMarked
package io.urania.lab.card;

import org.jspecify.annotations.NullMarked;
