/** What the use cases need of whoever is in front of them: to ask, to tell, to show; interfaces only, which a terminal or a page implements. */
@NullMarked
package io.urania.control.port;

import org.jspecify.annotations.NullMarked;
