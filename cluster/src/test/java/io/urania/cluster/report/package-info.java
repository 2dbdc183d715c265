@NullMarked
package io.urania.cluster.report;

import org.jspecify.annotations.NullMarked;
