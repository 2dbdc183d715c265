/** Plans, outcomes and problems as text and as JSON; nothing here prints. */
@NullMarked
package io.urania.cli.report;

import org.jspecify.annotations.NullMarked;
