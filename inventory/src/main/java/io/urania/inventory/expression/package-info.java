/**
 * The grammar of Jinja2 templates as Ansible uses them: from text to a tree. Follows Jinja2's {@code lexer.py} and {@code parser.py},
 * with Ansible's settings ({@code trim_blocks}, backslashes in string literals kept).
 */
@NullMarked
package io.urania.inventory.expression;

import org.jspecify.annotations.NullMarked;
