/** What is done with a cluster from its first fact to the last word; how that is said is the conversation's. */
@NullMarked
package io.urania.control.procedure;

import org.jspecify.annotations.NullMarked;
