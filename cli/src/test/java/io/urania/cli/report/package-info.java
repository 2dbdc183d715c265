@NullMarked
package io.urania.cli.report;

import org.jspecify.annotations.NullMarked;
