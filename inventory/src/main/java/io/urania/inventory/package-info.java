/** Ansible inventories: YAML, group_vars, host_vars, Jinja2 expressions; every value keeps its place. */
@NullMarked
package io.urania.inventory;

import org.jspecify.annotations.NullMarked;
