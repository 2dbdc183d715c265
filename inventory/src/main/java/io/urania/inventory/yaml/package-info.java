/** YAML files as PyYAML, and so Ansible, reads them, into values that know their place. */
@NullMarked
package io.urania.inventory.yaml;

import org.jspecify.annotations.NullMarked;
