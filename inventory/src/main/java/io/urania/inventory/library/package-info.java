/** The filters, tests, methods and lookups that templates call: Jinja2's, Ansible's and those of ansible.utils. */
@NullMarked
package io.urania.inventory.library;

import org.jspecify.annotations.NullMarked;
