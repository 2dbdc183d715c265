/** The list of everything that is looked at before hosts are changed. */
@NullMarked
package io.urania.cluster.checklist;

import org.jspecify.annotations.NullMarked;
