@NullMarked
package io.urania.cli.report;

