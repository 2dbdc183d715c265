@NullMarked
package io.urania.control.hostkey;

