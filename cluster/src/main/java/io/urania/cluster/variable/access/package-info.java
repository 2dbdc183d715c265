/** Types of variables about who gets in to hosts: what is refused here would lock somebody out, or in. */
@NullMarked
package io.urania.cluster.variable.access;

import org.jspecify.annotations.NullMarked;
