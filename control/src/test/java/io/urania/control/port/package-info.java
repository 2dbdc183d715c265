@NullMarked
package io.urania.control.port;

