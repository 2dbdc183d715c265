@NullMarked
package io.urania.cluster.checklist;

import org.jspecify.annotations.NullMarked;
