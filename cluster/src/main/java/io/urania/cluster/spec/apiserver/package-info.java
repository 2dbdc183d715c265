/** What an inventory asks of the API server: who is let in, what is written down, and how objects are stored. */
@NullMarked
package io.urania.cluster.spec.apiserver;

import org.jspecify.annotations.NullMarked;
