/** What is told about variables: a report on those an inventory sets, and the documentation of all. */
@NullMarked
package io.urania.cluster.report;

import org.jspecify.annotations.NullMarked;
